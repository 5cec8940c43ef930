import type { RefusalCode } from '#workflows/kit/messages.js';

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What the person can do, in French. */
  readonly help: string;
}

/** Why the back office itself says no. */
const own = {
  signedOut: { status: 401, title: 'Vous n’êtes pas connecté', help: 'Connectez-vous, puis recommencez.' },
  forbidden: {
    status: 403,
    title: 'Vous n’avez pas ce droit',
    help: 'Adressez-vous au responsable de programme si vous pensez en avoir besoin.',
  },
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
  tooManyRows: {
    status: 422,
    title: 'Trop de lignes pour un seul fichier',
    help: 'Choisissez une période plus courte, ou une seule personne.',
  },
  accessAcknowledged: {
    status: 409,
    title: 'C’est déjà vu',
    help: 'Un autre responsable a déjà pris acte de cet accès\u00a0: rechargez la page.',
  },
  keyMissing: { status: 400, title: 'Clé d’idempotence absente', help: 'Envoyez l’en-tête Idempotency-Key avec un identifiant UUID.' },
  tooManyRequests: { status: 429, title: 'Trop de demandes', help: 'Attendez une minute, puis recommencez.' },
  requestTooLarge: {
    status: 413,
    title: 'Demande trop longue',
    help: 'Une demande fait 1\u00a0Mo au plus\u00a0: raccourcissez les textes, ou joignez-les en fichier.',
  },
  fileTooLarge: { status: 413, title: 'Fichier trop lourd', help: 'Un fichier fait 50 Mo au plus : réduisez-le ou découpez-le.' },
  fileTypeRefused: {
    status: 415,
    title: 'Type de fichier refusé',
    help: 'Envoyez un PDF, une image (PNG, JPEG) ou un document bureautique.',
  },
  fileArchiveRefused: {
    status: 422,
    title: 'Archive refusée',
    help: 'Elle est chiffrée, abîmée, ou se déploierait au-delà de ce que Jalon accepte\u00a0: joignez les fichiers un à un.',
  },
  fileInfected: {
    status: 422,
    title: 'Fichier refusé par l’antivirus',
    help: 'Un logiciel malveillant y a été reconnu\u00a0: faites analyser votre poste, puis joignez un fichier sain.',
  },
  virusScanDown: {
    status: 503,
    title: 'Antivirus indisponible',
    help: 'Le fichier n’a pas pu être analysé et n’a pas été gardé\u00a0: joignez-le de nouveau dans quelques minutes.',
  },
  fileMissing: { status: 422, title: 'Aucun fichier reçu', help: 'Choisissez un fichier, puis recommencez.' },
  fileAmbiguous: { status: 422, title: 'Rattachement manquant', help: 'Indiquez le brouillon ou le dossier auquel joindre le fichier.' },
  documentFiled: {
    status: 409,
    title: 'Cette pièce fait partie d’un dossier déposé',
    help: 'Une pièce déposée ne peut plus être retirée.',
  },
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
  notEligible: {
    status: 422,
    title: 'La demande ne remplit pas toutes les conditions de l’appel',
    help: 'Le récapitulatif de la demande dit quelle condition n’est pas remplie, et pourquoi.',
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
  answerDraftChanged: {
    status: 409,
    title: 'Cette réponse a été modifiée ailleurs',
    help: 'Rechargez la tâche pour voir la dernière version, puis reprenez votre saisie.',
  },
  draftIncomplete: { status: 422, title: 'La demande n’est pas complète', help: 'Complétez les champs indiqués, puis déposez-la.' },
  piecesMissing: {
    status: 422,
    title: 'Une pièce jointe manque',
    help: 'Joignez de nouveau les fichiers indiqués : ils ne sont plus attachés à ce brouillon.',
  },
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
  broughtElsewhere: {
    status: 409,
    title: 'Cet événement ne s’enregistre pas ici',
    help: 'Il vient d’un autre dossier ou d’une autre page.',
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
  bookingsOver: {
    status: 409,
    title: 'Les inscriptions sont closes',
    help: 'Cet événement a commencé ou a été annulé\u00a0: choisissez-en un autre parmi ceux qui vous sont proposés.',
  },
  notBooked: { status: 409, title: 'Aucune place à votre nom', help: 'Rechargez la page pour voir où en est cet événement.' },
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
  taskTaken: {
    status: 409,
    title: 'Un collègue a déjà pris cette tâche',
    help: 'Voyez avec lui, ou demandez au responsable de programme de la confier à une autre personne.',
  },
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
  caseNotYetOpened: {
    status: 404,
    title: 'Ce dossier n’existait pas encore ce jour-là',
    help: 'Choisissez le jour de son dépôt ou un jour suivant.',
  },
  dayNotReached: {
    status: 422,
    title: 'Ce jour n’est pas encore arrivé',
    help: 'Choisissez aujourd’hui ou un jour passé\u00a0: un dossier ne se lit pas d’avance.',
  },
  packTooLarge: {
    status: 413,
    title: 'Ce dossier est trop lourd pour une seule archive',
    help: 'Téléchargez ses documents un à un depuis la page du dossier\u00a0; le journal y est aussi.',
  },
  noLetter: {
    status: 422,
    title: 'Cette réponse n’envoie aucun courrier',
    help: 'Choisissez une réponse qui notifie une décision pour voir le courrier.',
  },
  demonstrationOnly: {
    status: 404,
    title: 'Réservé à la démonstration',
    help: 'Cette fonction n’existe que sur le serveur de démonstration.',
  },
  nothingAhead: {
    status: 409,
    title: 'Aucune date à atteindre',
    help: 'Ce dossier n’attend aucune date : répondez à une tâche pour qu’il avance.',
  },
  internal: {
    status: 500,
    title: 'Erreur inattendue',
    help: 'Recommencez ; si l’erreur persiste, communiquez l’identifiant de la demande au support.',
  },
} as const satisfies Record<string, ProblemKind>;

/** Why the case says no; nothing was written. */
const refusals: Readonly<Record<RefusalCode, ProblemKind>> = {
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

/** Every problem that the HTTP contract knows: code → status, title and help in French. */
export const problems = { ...own, ...refusals };
export type ProblemCode = keyof typeof problems;
export const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && code in problems;
