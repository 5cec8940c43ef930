import type { DocumentType } from '../kit/case-file.js';

export const documents = {
  draft: { key: 'minutes-draft', label: 'Projet de procès-verbal' },
  minutes: { key: 'minutes', label: 'Procès-verbal' },
} as const satisfies Record<string, DocumentType>;
