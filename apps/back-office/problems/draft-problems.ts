import type { ProblemKind } from './problem-kind.js';

/** Applications before they are filed, and who may write them. */
export const draftProblems = {
  draftChanged: {
    status: 409,
    title: 'Ce brouillon a été modifié ailleurs',
    help: 'Rechargez le brouillon pour voir la dernière version, puis reprenez votre saisie.',
  },
  draftFiled: { status: 409, title: 'Cette demande est déjà déposée', help: 'Ouvrez le dossier pour la suite.' },
  draftReadOnly: {
    status: 403,
    title: 'Vous pouvez lire ce brouillon, pas le modifier',
    help: 'Demandez à la personne qui l’a créé de vous donner le droit de le rédiger.',
  },
  draftNotYoursToFile: {
    status: 403,
    title: 'Vous ne pouvez pas déposer cette demande',
    help: 'Demandez à la personne qui l’a créée de la déposer, ou de vous en donner le droit.',
  },
  draftOwnerOnly: {
    status: 403,
    title: 'Réservé à la personne qui a créé ce brouillon',
    help: 'Elle seule peut le supprimer ou choisir les co-porteurs.',
  },
  draftIncomplete: { status: 422, title: 'La demande n’est pas complète', help: 'Complétez les champs indiqués, puis déposez-la.' },
  piecesMissing: {
    status: 422,
    title: 'Une pièce jointe manque',
    help: 'Joignez de nouveau les fichiers indiqués : ils ne sont plus attachés à ce brouillon.',
  },
  notEligible: {
    status: 422,
    title: 'La demande ne remplit pas toutes les conditions de l’appel',
    help: 'Le récapitulatif de la demande dit quelle condition n’est pas remplie, et pourquoi.',
  },
  personUnknown: {
    status: 422,
    title: 'Aucun compte de porteur n’a cette adresse',
    help: 'Vérifiez l’adresse. La personne doit s’être déjà connectée et pouvoir déposer des demandes.',
  },
  alreadyApplicant: {
    status: 422,
    title: 'Vous êtes déjà le porteur de cette demande',
    help: 'Indiquez l’adresse d’une autre personne.',
  },
  bodyUnknown: {
    status: 404,
    title: 'Aucun organisme n’a ce numéro SIRET',
    help: 'Vérifiez le numéro, ou saisissez le nom et la nature de l’organisme.',
  },
  registryDown: {
    status: 503,
    title: 'Le registre des organismes ne répond pas',
    help: 'Saisissez le nom et la nature de l’organisme\u00a0: votre demande n’en dépend pas.',
  },
} as const satisfies Record<string, ProblemKind>;
