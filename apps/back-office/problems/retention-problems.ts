import type { ProblemKind } from './problem-kind.js';

/** How long cases are kept, their end, and what people ask about their own data. */
export const retentionProblems = {
  caseDestroyed: {
    status: 410,
    title: 'Dossier détruit',
    help: 'Son contenu a été détruit à la fin de sa conservation\u00a0: personne ne peut plus le lire.',
  },
  caseNotClosed: {
    status: 409,
    title: 'Ce dossier n’est pas clos',
    help: 'Sa durée de conservation ne court qu’à partir de sa clôture.',
  },
  retentionHeld: {
    status: 409,
    title: 'La conservation de ce dossier est suspendue',
    help: 'Rechargez la page\u00a0: un litige la suspend. Levez d’abord la suspension.',
  },
  retentionNotHeld: {
    status: 409,
    title: 'La conservation de ce dossier n’est pas suspendue',
    help: 'Rechargez la page\u00a0: la suspension a déjà été levée.',
  },
  eliminationUnderWay: {
    status: 409,
    title: 'La destruction de ce dossier est en cours',
    help: 'Le visa était confirmé et le délai échu\u00a0: rien ne peut plus l’arrêter.',
  },
  visaTooEarly: {
    status: 409,
    title: 'Il est trop tôt pour éliminer ce dossier',
    help: 'Le visa se porte dans les 90 derniers jours de conservation, quand l’échéance est annoncée.',
  },
  notExported: {
    status: 409,
    title: 'Ce dossier n’a pas été exporté pour les archives',
    help: 'Exportez sa preuve depuis la page du dossier, remettez-la aux archives, puis portez leur visa.',
  },
  visaGiven: {
    status: 409,
    title: 'Un visa d’élimination est déjà porté',
    help: 'Rechargez la page\u00a0: il attend une seconde personne, ou elle l’a confirmé.',
  },
  noVisaWaiting: {
    status: 409,
    title: 'Aucun visa n’attend de confirmation',
    help: 'Rechargez la page pour voir ce qui a été décidé, et par qui.',
  },
  dataRequestAnswered: {
    status: 409,
    title: 'Cette demande a déjà une réponse',
    help: 'Rechargez la liste pour la lire.',
  },
} as const satisfies Record<string, ProblemKind>;
