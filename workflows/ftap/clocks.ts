import type { ClockType } from '../kit/case-file.js';

/** Silence of the administration decides at its end (CRPA L231-4). */
export const implicitRejection: ClockType = {
  key: 'implicit-rejection',
  label: 'Délai légal de décision',
  atExpiry: 'Le silence vaut rejet\u00a0: une décision implicite naît, qui peut être contestée.',
  watchedBy: 'programManager',
};

/** The service's own promise where the law knows no implicit decision. */
export const decisionPromise: ClockType = {
  key: 'decision-promise',
  label: 'Délai de décision annoncé',
  atExpiry: 'Le délai annoncé au porteur est dépassé\u202f; aucune décision ne naît du silence.',
  watchedBy: 'programManager',
};
