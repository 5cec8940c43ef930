import type { Stage } from '../kit/case-file.js';

/** Stages F1 to F10 of the procedure, then its side ways; F0, the draft, comes before there is a case. */
export const stages = {
  filed: { id: 'filed', label: 'Dépôt' },
  completeness: { id: 'completeness', label: 'Complétude et recevabilité' },
  awaitingPieces: { id: 'awaitingPieces', label: 'Attente de pièces', side: true },
  instruction: { id: 'instruction', label: 'Instruction' },
  committee: { id: 'committee', label: 'Comité de sélection' },
  decision: { id: 'decision', label: 'Décision' },
  notice: { id: 'notice', label: 'Notification' },
  convention: { id: 'convention', label: 'Convention' },
  commitment: { id: 'commitment', label: 'Engagement des crédits' },
  execution: { id: 'execution', label: 'Réalisation et versements' },
  closing: { id: 'closing', label: 'Bilan et clôture' },
  followUp: { id: 'followUp', label: 'Suivi des effets' },
  appeal: { id: 'appeal', label: 'Recours gracieux', side: true },
  withdrawal: { id: 'withdrawal', label: 'Retrait de la décision', side: true },
  clawback: { id: 'clawback', label: 'Reversement', side: true },
} as const satisfies Record<string, Stage>;
