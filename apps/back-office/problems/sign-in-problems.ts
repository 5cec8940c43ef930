import type { ProblemKind } from './problem-kind.js';

/** Who is calling: signing in, and the identities of a person. */
export const signInProblems = {
  signedOut: { status: 401, title: 'Vous n’êtes pas connecté', help: 'Connectez-vous, puis recommencez.' },
  strongSignInNeeded: {
    status: 403,
    title: 'Une connexion renforcée est nécessaire',
    help: 'Pour décider, identifiez-vous avec un second facteur\u00a0: vous reviendrez à cette page, et ce que vous avez écrit y sera.',
  },
  identityAlreadyTheirs: {
    status: 409,
    title: 'Cette identité est déjà celle de cette personne',
    help: 'Rechargez la liste des identités.',
  },
  identityMoveWaiting: {
    status: 409,
    title: 'Un rattachement attend déjà une décision',
    help: 'Un administrateur doit d’abord l’accepter ou le refuser.',
  },
  identityMoveOwn: {
    status: 403,
    title: 'Une autre personne doit agir',
    help: 'Qui propose un rattachement ne le décide pas, et personne ne rattache une identité à son propre compte ni ne la lui retire.',
  },
  identityMoveDecided: {
    status: 409,
    title: 'Ce rattachement est déjà décidé',
    help: 'Rechargez la liste pour voir ce qui a été décidé, et par qui.',
  },
} as const satisfies Record<string, ProblemKind>;
