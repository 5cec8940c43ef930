import type { RefusalCode } from '#workflows/kit/messages.js';
import type { ProblemKind } from './problem-kind.js';

/** Why the case says no; nothing was written. */
export const caseRefusals: Readonly<Record<RefusalCode, ProblemKind>> = {
  taskNotOpen: { status: 409, title: 'Cette tâche est déjà traitée', help: 'Rechargez le dossier pour voir qui a répondu.' },
  taskLapsed: {
    status: 409,
    title: 'Le délai pour répondre est passé',
    help: 'Cette réponse n’est plus reçue. Ouvrez le dossier pour voir ce qui a été décidé, ou écrivez au service.',
  },
  taskDropped: {
    status: 409,
    title: 'Cette réponse n’est plus attendue',
    help: 'Le dossier a pris une autre suite : ouvrez-le pour voir laquelle.',
  },
  notExpected: {
    status: 409,
    title: 'Le dossier n’en est pas là',
    help: 'Cet acte n’est pas attendu à ce stade : un paiement, par exemple, suit la certification du service fait et l’ordre de payer.',
  },
  alreadyHappened: {
    status: 409,
    title: 'C’est déjà enregistré',
    help: 'Un événement, comme un paiement, ne s’enregistre qu’une fois : ouvrez le dossier pour voir qui l’a fait.',
  },
  answerInvalid: {
    status: 422,
    title: 'La réponse est à corriger',
    help: 'Corrigez les champs indiqués, puis envoyez de nouveau la réponse.',
  },
  notAddressee: {
    status: 403,
    title: 'Cette tâche ne vous est pas adressée',
    help: 'Demandez au responsable de programme de vous la confier.',
  },
  separationOfDuties: {
    status: 403,
    title: 'Séparation des rôles',
    help: 'Vous avez déjà agi à un autre titre sur ce dossier : une autre personne doit répondre.',
  },
  caseClosed: { status: 409, title: 'Ce dossier est clos', help: 'Plus rien ne peut y être fait ; son historique reste consultable.' },
  casePaused: { status: 409, title: 'Ce dossier est suspendu', help: 'Attendez sa reprise, ou demandez-la au responsable de programme.' },
  caseNotPaused: { status: 409, title: 'Ce dossier n’est pas suspendu', help: 'Rechargez le dossier : il a déjà repris.' },
  extensionNotAllowed: {
    status: 409,
    title: 'Ce délai ne peut pas être prolongé',
    help: 'Le délai a déjà été prolongé, ou la prolongation dépasse ce qui est permis.',
  },
  interventionNotAllowed: {
    status: 403,
    title: 'Cette intervention n’est pas possible',
    help: 'Votre rôle ou l’étape du dossier ne la permet pas.',
  },
  nothingToCorrect: { status: 409, title: 'Rien à corriger', help: 'Cette réponse n’existe pas dans le dossier.' },
  correctionDiverges: {
    status: 409,
    title: 'Cette correction changerait le passé',
    help: 'La suite du dossier repose sur la réponse d’origine : elle ne peut plus être corrigée.',
  },
  revisionUnknown: { status: 409, title: 'Version de procédure inconnue', help: 'Choisissez une version publiée de la procédure.' },
  revisionDiverges: {
    status: 409,
    title: 'Ce dossier ne peut pas changer de version',
    help: 'Ce qui a été fait ne correspond pas à la nouvelle version : il garde la sienne.',
  },
  effectUnknown: { status: 404, title: 'Cet envoi n’existe pas', help: 'Rechargez la liste des incidents : il a peut-être abouti.' },
};
