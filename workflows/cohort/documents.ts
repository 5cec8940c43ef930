import type { DocumentType } from '../kit/case-file.js';

export const documents = {
  juryMinutes: { key: 'jury-minutes', label: 'Procès-verbal du jury' },
} as const satisfies Record<string, DocumentType>;
