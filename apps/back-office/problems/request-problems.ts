import type { ProblemKind } from './problem-kind.js';

/** Why a request is not even looked at. */
export const requestProblems = {
  forbidden: {
    status: 403,
    title: 'Vous n’avez pas ce droit',
    help: 'Adressez-vous au responsable de programme si vous pensez en avoir besoin.',
  },
  crossSite: { status: 403, title: 'Requête refusée', help: 'Rechargez la page, puis recommencez.' },
  notFound: { status: 404, title: 'Introuvable', help: 'Vérifiez l’adresse : l’élément n’existe pas ou ne vous est pas ouvert.' },
  invalid: { status: 422, title: 'Certains champs sont à corriger', help: 'Corrigez les champs indiqués, puis recommencez.' },
  unstorableText: {
    status: 422,
    title: 'Un caractère ne peut pas être enregistré',
    help: 'Un texte collé contient un caractère invisible\u00a0: retapez-le ou collez-le sans mise en forme, puis recommencez.',
  },
  badRequest: { status: 400, title: 'Demande incompréhensible', help: 'Rechargez la page, puis recommencez.' },
  keyUsed: { status: 409, title: 'Cette demande a déjà servi', help: 'Rechargez la page, puis recommencez.' },
  keyMissing: { status: 400, title: 'Clé d’idempotence absente', help: 'Envoyez l’en-tête Idempotency-Key avec un identifiant UUID.' },
  tooManyRequests: { status: 429, title: 'Trop de demandes', help: 'Attendez une minute, puis recommencez.' },
  requestTooLarge: {
    status: 413,
    title: 'Demande trop longue',
    help: 'Une demande fait 1\u00a0Mo au plus\u00a0: raccourcissez les textes, ou joignez-les en fichier.',
  },
  tooManyRows: {
    status: 422,
    title: 'Trop de lignes pour un seul fichier',
    help: 'Choisissez une période plus courte, ou une seule personne.',
  },
} as const satisfies Record<string, ProblemKind>;
