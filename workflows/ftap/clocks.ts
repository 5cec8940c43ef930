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

/** At its end a request for an investment is deemed admissible (décret 2018-514, art. 4). */
export const deemedAdmissible: ClockType = {
  key: 'deemed-admissible',
  label: 'Délai pour se prononcer sur la recevabilité',
  atExpiry: 'La demande est réputée recevable\u00a0: l’instruction commence sans attendre la vérification.',
  watchedBy: 'programManager',
};

/** Silence on an appeal rejects it (CRPA L231-4, CJA R421-2). */
export const appealSilence: ClockType = {
  key: 'appeal-silence',
  label: 'Délai légal de réponse au recours',
  atExpiry: 'Le silence vaut rejet du recours\u202f; le délai pour saisir le juge recommence à courir.',
  watchedBy: 'programManager',
};

/** The service's own promise on a request for arbitration. */
export const appealPromise: ClockType = {
  key: 'appeal-promise',
  label: 'Délai de réponse annoncé',
  atExpiry: 'Le délai annoncé est dépassé\u202f; aucune décision ne naît du silence.',
  watchedBy: 'programManager',
};

export const clocks = [implicitRejection, decisionPromise, deemedAdmissible, appealSilence, appealPromise];
