import type { DocumentType } from '../kit/case-file.js';

export const letters = {
  receipt: { key: 'receipt', label: 'Accusé de réception' },
  requestForPieces: { key: 'request-for-pieces', label: 'Demande de pièces' },
  completenessReceipt: { key: 'completeness-receipt', label: 'Accusé de complétude' },
  award: { key: 'decision-award', label: 'Décision d’attribution' },
  refusal: { key: 'decision-refusal', label: 'Décision de refus' },
  reasonsOfSilence: { key: 'reasons-of-silence', label: 'Motifs de la décision implicite' },
  appealReceipt: { key: 'appeal-receipt', label: 'Accusé de réception du recours' },
  appealDecision: { key: 'appeal-decision', label: 'Réponse au recours' },
  withdrawalNotice: { key: 'withdrawal-notice', label: 'Invitation à présenter des observations' },
  withdrawal: { key: 'decision-withdrawal', label: 'Décision de retrait' },
  convention: { key: 'convention', label: 'Convention attributive' },
  lapseWarning: { key: 'lapse-warning', label: 'Mise en demeure de signer la convention' },
  lapse: { key: 'decision-lapse', label: 'Décision de caducité' },
  renouncing: { key: 'renouncing', label: 'Acte de renonciation' },
  amendment: { key: 'amendment', label: 'Avenant à la convention' },
  breachNotice: { key: 'breach-notice', label: 'Invitation à présenter des observations avant reversement' },
  clawback: { key: 'decision-clawback', label: 'Décision de reversement' },
  closing: { key: 'closing-statement', label: 'Décompte final' },
} as const satisfies Record<string, DocumentType>;
