import type { Stage } from '../kit/case-file.js';

/** Phases 1 to 4 of the year, the catch-up of those who need one, and what is looked at six months later. */
export const stages = {
  launch: { id: 'launch', label: 'Lancement' },
  projection: { id: 'projection', label: 'Projection' },
  deepening: { id: 'deepening', label: 'Approfondissements' },
  closing: { id: 'closing', label: 'Clôture' },
  catchUp: { id: 'catchUp', label: 'Rattrapage', side: true },
  followUp: { id: 'followUp', label: 'Suivi à six mois' },
} as const satisfies Record<string, Stage>;
