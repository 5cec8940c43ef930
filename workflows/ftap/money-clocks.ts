import type { ClockType } from '../kit/case-file.js';

/** F6: thirty working days to sign, and sixty more. */
export const conventionLapse: ClockType = {
  key: 'convention-lapse',
  label: 'Délai avant la mise en demeure de signer',
  atExpiry: 'Le bénéficiaire est mis en demeure de signer la convention.',
  watchedBy: 'programManager',
};

/** F6: what the warning leaves. */
export const lapseWarning: ClockType = {
  key: 'warning-to-sign',
  label: 'Mise en demeure de signer la convention',
  atExpiry: 'La caducité de l’attribution est proposée à l’ordonnateur.',
  watchedBy: 'programManager',
};

/** F9: fifteen days after the last day of a report. */
export const reportLate: ClockType = {
  key: 'report-late',
  label: 'Délai avant la retenue des versements',
  atExpiry: 'Le rapport n’est pas remis\u00a0: les versements sont retenus jusqu’à ce qu’il soit accepté.',
  watchedBy: 'programManager',
};

/** Follow-up: sixty days after the last day of a measure. */
export const measureLate: ClockType = {
  key: 'measure-late',
  label: 'Délai avant de renoncer à la mesure',
  atExpiry: 'L’effet n’est pas mesuré à cette échéance\u202f; le dossier continue.',
  watchedBy: 'programManager',
};

export const moneyClocks = [conventionLapse, lapseWarning, reportLate, measureLate];
