import type { DocumentType } from '../kit/case-file.js';

export const documents = {
  commitment: { key: 'commitment', label: 'Engagement du directeur' },
  attestation: { key: 'attestation', label: 'Attestation de l’année des directeurs' },
} as const satisfies Record<string, DocumentType>;
