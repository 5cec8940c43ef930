import type { ProblemKind } from './problem-kind.js';

/** What fails behind the back office, or on this server. */
export const serviceProblems = {
  engineDown: {
    status: 503,
    title: 'Le moteur des dossiers ne répond pas',
    help: 'Votre réponse est conservée en brouillon : recommencez dans quelques minutes.',
  },
  databaseDown: {
    status: 503,
    title: 'La base de données ne répond pas',
    help: 'Ce que vous avez écrit reste à l’écran\u00a0: recommencez dans quelques instants.',
  },
  notReady: {
    status: 503,
    title: 'Le service n’est pas prêt',
    help: 'Un des services dont il dépend ne répond pas ; les journaux disent pourquoi.',
  },
  internal: {
    status: 500,
    title: 'Erreur inattendue',
    help: 'Recommencez ; si l’erreur persiste, communiquez l’identifiant de la demande au support.',
  },
  demonstrationOnly: {
    status: 404,
    title: 'Réservé à la démonstration',
    help: 'Cette fonction n’existe que sur le serveur de démonstration.',
  },
} as const satisfies Record<string, ProblemKind>;
