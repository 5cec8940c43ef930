import type { ClockType } from '../kit/case-file.js';

export const projectionEnds: ClockType = {
  key: 'projection-ends',
  label: 'Fin de la phase Projection',
  atExpiry: 'La phase Approfondissements commence\u202f; les visites restent possibles.',
  watchedBy: 'director',
};
export const deepeningEnds: ClockType = {
  key: 'deepening-ends',
  label: 'Fin de la phase Approfondissements',
  atExpiry: 'La phase Clôture commence\u202f; visites et activités restent possibles.',
  watchedBy: 'director',
};
export const yearEnds: ClockType = {
  key: 'year-ends',
  label: 'Fin de l’année',
  atExpiry: 'Ce qui manque peut être rattrapé.',
  watchedBy: 'director',
};
export const catchUpEnds: ClockType = {
  key: 'catch-up-ends',
  label: 'Fin du rattrapage',
  atExpiry: 'L’année se termine avec ce qui a été fait.',
  watchedBy: 'director',
};
