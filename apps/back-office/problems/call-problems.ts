import type { ProblemKind } from './problem-kind.js';

/** Calls for projects, their money, and the sessions of their committee. */
export const callProblems = {
  callNotOpen: {
    status: 409,
    title: 'L’appel n’est pas ouvert',
    help: 'Les demandes sont reçues entre la date d’ouverture et la date de clôture de l’appel.',
  },
  callChanged: { status: 409, title: 'Cet appel a été modifié ailleurs', help: 'Rechargez l’appel, puis reprenez vos modifications.' },
  callFrozen: {
    status: 409,
    title: 'Cet appel ne reçoit plus de demandes',
    help: 'Ses conditions ne changent plus\u202f: chaque dossier garde celles de son dépôt. Copiez l’appel pour en préparer un autre.',
  },
  callStatus: { status: 409, title: 'L’appel n’en est pas là', help: 'Rechargez l’appel pour voir ce qu’il permet.' },
  callNotReady: {
    status: 422,
    title: 'L’appel ne peut pas encore être publié',
    help: 'Modifiez l’appel\u00a0: corrigez les points indiqués, puis publiez-le.',
  },
  callRunning: {
    status: 409,
    title: 'Des dossiers de cet appel sont en cours',
    help: 'Menez-les à leur terme, puis soldez l’appel.',
  },
  notWaitingForCommittee: {
    status: 422,
    title: 'Un dossier n’attend pas le comité',
    help: 'Rechargez la liste\u00a0: chaque dossier choisi doit attendre l’avis du comité sur cet appel, et n’être inscrit à aucune autre séance.',
  },
  shortNotice: {
    status: 422,
    title: 'Les membres sont convoqués sept jours ouvrés avant la séance',
    help: 'Choisissez une date plus lointaine, ou indiquez pourquoi ce délai ne peut pas être respecté.',
  },
  sittingTooEarly: { status: 409, title: 'La séance n’a pas encore lieu', help: 'Ouvrez-la le jour de la convocation.' },
  envelopeExceeded: {
    status: 409,
    title: 'L’enveloppe de l’appel ne suffit pas',
    help: 'Réduisez le montant, ou attendez que des crédits se libèrent.',
  },
  notFirstInRank: {
    status: 409,
    title: 'Un autre dossier est avant celui-ci sur la liste d’attente',
    help: 'Les dossiers sont repris dans l’ordre des rangs\u00a0: reprenez d’abord le premier.',
  },
  notWaitingListed: {
    status: 409,
    title: 'Ce dossier n’est plus en liste d’attente',
    help: 'Rechargez la liste d’attente pour voir où il en est.',
  },
} as const satisfies Record<string, ProblemKind>;
