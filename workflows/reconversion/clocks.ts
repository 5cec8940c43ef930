import type { ClockType } from '../kit/case-file.js';

/** Between the administration and its agents silence is a rejection (CRPA L231-4, 5°). */
export const implicitRejection: ClockType = {
  key: 'implicit-rejection',
  label: 'Délai légal de réponse à la candidature',
  atExpiry: 'Le silence vaut rejet de la candidature\u202f; une décision expresse reste possible.',
  watchedBy: 'programManager',
};

export const appealSilence: ClockType = {
  key: 'appeal-silence',
  label: 'Délai légal de réponse au recours',
  atExpiry: 'Le silence vaut rejet du recours\u202f; le délai pour saisir le juge recommence à courir.',
  watchedBy: 'programManager',
};

/** Ends with any sign of the participant. */
export const noSign: ClockType = {
  key: 'no-sign',
  label: 'Dix jours ouvrés sans signe du participant',
  atExpiry: 'Un message est envoyé au participant, puis le coach prend de ses nouvelles.',
  unblock: 'Écrire dans le journal de bord, ou tenir l’entretien de suivi.',
  watchedBy: 'coach',
};

/** Counted from day one and moved by pauses, as everything that follows from it is. */
export const monthBegins: ClockType = {
  key: 'month-begins',
  label: 'Début du mois suivant du parcours',
  atExpiry: 'L’étape suivante du parcours commence.',
  unblock: 'Rien à faire\u00a0: la date arrivera.',
  watchedBy: 'coach',
};

export const clocks = [implicitRejection, appealSilence, noSign, monthBegins];
