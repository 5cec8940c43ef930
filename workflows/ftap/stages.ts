import type { Stage } from '../kit/case-file.js';

/** Stages F1 to F8 of the procedure; F0, the draft, comes before there is a case. */
export const stages = {
  filed: { id: 'filed', label: 'Dépôt' },
  completeness: { id: 'completeness', label: 'Complétude et recevabilité' },
  awaitingPieces: { id: 'awaitingPieces', label: 'Attente de pièces' },
  instruction: { id: 'instruction', label: 'Instruction' },
  committee: { id: 'committee', label: 'Comité de sélection' },
  decision: { id: 'decision', label: 'Décision' },
  convention: { id: 'convention', label: 'Convention' },
  commitment: { id: 'commitment', label: 'Engagement des crédits' },
  instalment: { id: 'instalment', label: 'Versement de l’avance' },
} as const satisfies Record<string, Stage>;
