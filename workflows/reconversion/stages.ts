import type { Stage } from '../kit/case-file.js';

const before = {
  application: { id: 'application', label: 'Candidature' },
  agreement: { id: 'agreement', label: 'Accord de l’employeur' },
  selection: { id: 'selection', label: 'Sélection' },
  seat: { id: 'seat', label: 'Attribution d’une place' },
  convention: { id: 'convention', label: 'Convention tripartite' },
} as const satisfies Record<string, Stage>;

const after = {
  defence: { id: 'defence', label: 'Soutenance' },
  assignment: { id: 'assignment', label: 'Affectation' },
  followUp: { id: 'followUp', label: 'Suivi' },
  leaving: { id: 'leaving', label: 'Fin anticipée du parcours', side: true },
  appeal: { id: 'appeal', label: 'Recours', side: true },
} as const satisfies Record<string, Stage>;

/** R0 to R8. */
export const stages3m = {
  ...before,
  month1: { id: 'month1', label: 'Mois 1 – socle commun' },
  month2: { id: 'month2', label: 'Mois 2 – voie métier ou technique' },
  month3: { id: 'month3', label: 'Mois 3 – mise en situation' },
  ...after,
} as const satisfies Record<string, Stage>;

/** S0 to S10. */
export const stages6m = {
  ...before,
  month1: { id: 'month1', label: 'Mois 1 – immersion' },
  month2: { id: 'month2', label: 'Mois 2 – fondamentaux' },
  month3: { id: 'month3', label: 'Mois 3 – stratégie, droit, achat' },
  midTerm: { id: 'midTerm', label: 'Revue de mi-parcours' },
  mission: { id: 'mission', label: 'Mois 4 et 5 – mission' },
  ...after,
} as const satisfies Record<string, Stage>;

/** Ids are the same in both procedures, labels their own: a story enters by this table. */
export const stages = { ...stages3m, ...stages6m };
/** Until here an agent may withdraw; later a journey ends otherwise. */
export const stagesBeforeDayOne = Object.keys(before);
