import type { DocumentType } from '../kit/case-file.js';

export const letters = {
  receipt: { key: 'receipt', label: 'Accusé de réception' },
  requestForPieces: { key: 'request-for-pieces', label: 'Demande de pièces' },
  award: { key: 'decision-award', label: 'Décision d’attribution' },
  refusal: { key: 'decision-refusal', label: 'Décision de refus' },
  convention: { key: 'convention', label: 'Convention attributive' },
} as const satisfies Record<string, DocumentType>;
