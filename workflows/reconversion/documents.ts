import type { DocumentType } from '../kit/case-file.js';

export const letters = {
  selectionRefusal: { key: 'selection-refusal', label: 'Décision sur la candidature' },
  convention: { key: 'journey-convention', label: 'Convention tripartite' },
  juryResult: { key: 'jury-result', label: 'Résultat du jury' },
  certificate: { key: 'journey-certificate', label: 'Attestation de parcours' },
  appealDecision: { key: 'journey-appeal-decision', label: 'Réponse au recours' },
} as const satisfies Record<string, DocumentType>;
