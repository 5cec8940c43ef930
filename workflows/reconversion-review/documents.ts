import type { DocumentType } from '../kit/case-file.js';

export const documents = {
  decisionFile: { key: 'decision-file', label: 'Dossier de décision – marché public dédié' },
} as const satisfies Record<string, DocumentType>;
