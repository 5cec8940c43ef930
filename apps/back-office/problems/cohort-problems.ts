import type { ProblemKind } from './problem-kind.js';

/** Cohorts, and the seats of the directors’ year. */
export const cohortProblems = {
  cohortNotOpen: {
    status: 409,
    title: 'Cette cohorte ne reçoit plus de candidatures',
    help: 'Choisissez une autre cohorte parmi celles qui sont ouvertes.',
  },
  alreadyApplied: {
    status: 409,
    title: 'Vous avez déjà candidaté à cette cohorte',
    help: 'Ouvrez votre dossier pour voir où en est votre candidature.',
  },
  cohortChanged: {
    status: 409,
    title: 'La cohorte a changé depuis l’aperçu',
    help: 'Refaites l’aperçu\u00a0: vous n’appliquez que ce que vous avez vu.',
  },
  changeWaiting: {
    status: 409,
    title: 'Un autre changement attend d’être envoyé',
    help: 'Envoyez-le ou annulez-le d’abord, sur la page de la cohorte.',
  },
  noChangeWaiting: {
    status: 409,
    title: 'Aucun changement n’attend',
    help: 'Il a déjà été envoyé ou annulé\u00a0: rechargez la page de la cohorte.',
  },
  bookingsOver: {
    status: 409,
    title: 'Les inscriptions sont closes',
    help: 'Cet événement a commencé ou a été annulé\u00a0: choisissez-en un autre parmi ceux qui vous sont proposés.',
  },
  notBooked: { status: 409, title: 'Aucune place à votre nom', help: 'Rechargez la page pour voir où en est cet événement.' },
} as const satisfies Record<string, ProblemKind>;
