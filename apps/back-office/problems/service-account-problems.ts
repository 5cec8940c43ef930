import type { ProblemKind } from './problem-kind.js';

/** Other systems: their accounts, their tokens, where they are told what happens. */
export const serviceAccountProblems = {
  clientUnknown: {
    status: 401,
    title: 'Compte de service inconnu',
    help: 'L’identifiant ou le secret n’est pas le bon, ou il a été retiré\u00a0: demandez-en un autre à l’administrateur.',
  },
  clientNotAgreed: {
    status: 400,
    title: 'Ce compte de service attend un accord',
    help: 'Un responsable de programme doit d’abord accepter ce que ce compte peut lire.',
  },
  tokenRequestInvalid: {
    status: 400,
    title: 'Demande de jeton incomplète',
    help: 'Envoyez grant_type=client_credentials en application/x-www-form-urlencoded.',
  },
  grantTypeUnsupported: {
    status: 400,
    title: 'Mode d’autorisation inconnu',
    help: 'Seul grant_type=client_credentials est reçu.',
  },
  scopeUnknown: {
    status: 400,
    title: 'Portée refusée',
    help: 'Une des portées demandées n’existe pas, ou n’a pas été donnée à ce compte.',
  },
  tokenInvalid: { status: 401, title: 'Jeton inconnu ou expiré', help: 'Demandez un nouveau jeton à /api/oauth/token.' },
  scopeInsufficient: {
    status: 403,
    title: 'Ce jeton n’ouvre pas cette adresse',
    help: 'Elle demande une portée que ce jeton n’a pas, ou n’est pas ouverte aux autres systèmes.',
  },
  bearerWithCookie: {
    status: 400,
    title: 'Deux identités dans une demande',
    help: 'Envoyez soit un jeton, soit le cookie d’une session, jamais les deux.',
  },
  quotaExceeded: {
    status: 429,
    title: 'Quota dépassé',
    help: 'L’en-tête Retry-After dit dans combien de secondes recommencer\u00a0; RateLimit dit ce qui reste.',
  },
  accountAgreed: {
    status: 409,
    title: 'Ce compte a déjà reçu un accord',
    help: 'Rechargez la page pour voir qui l’a donné.',
  },
  agreementOwn: {
    status: 403,
    title: 'Une autre personne doit donner son accord',
    help: 'Qui demande un compte ne l’accepte pas, et l’accord vient d’un responsable de tout ce que ce compte pourra lire.',
  },
  accountEnded: { status: 409, title: 'Ce compte est fermé', help: 'Créez-en un autre si le système doit revenir.' },
  accountWithoutEvents: {
    status: 409,
    title: 'Ce compte n’est pas averti des dossiers',
    help: 'Donnez-lui d’abord la portée «\u00a0cases:events\u00a0», et faites-la accepter.',
  },
  tooManyWebhooks: {
    status: 409,
    title: 'Trop d’adresses pour ce compte',
    help: 'Un compte a cinq adresses au plus\u00a0: retirez-en une.',
  },
} as const satisfies Record<string, ProblemKind>;
