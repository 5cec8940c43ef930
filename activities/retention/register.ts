import { durationOf, inYears, logsKept, retentionRules } from './rules.js';

/** One treatment of personal data, as the register of article 30 of the RGPD tells it. */
export interface Treatment {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  readonly basis: string;
  readonly people: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  /** What is kept, and for how long. */
  readonly durations: readonly { readonly what: string; readonly duration: string }[];
}

const publicTask = 'mission d’intérêt public (RGPD, art. 6, 1, e)';
const legalDuty = 'obligation légale (RGPD, art. 6, 1, c)';

/** The durations of the rules of these procedures: the very ones by which cases are destroyed. */
const ruled = (...keys: readonly string[]): Treatment['durations'] =>
  retentionRules.filter(({ key }) => keys.includes(key)).map((rule) => ({ what: rule.label, duration: durationOf(rule) }));

const service = ['agents du service dans leur périmètre', 'auditeurs'];

/** The register of treatments. */
export const treatments: readonly Treatment[] = [
  {
    key: 'grants',
    title: 'Instruction et suivi des subventions',
    purpose: 'Recevoir les demandes, les instruire, décider, conventionner, payer et contrôler.',
    basis: publicTask,
    people: ['porteurs de projet et co-porteurs', 'instructeurs, experts, membres du comité, ordonnateurs', 'gestionnaires budgétaires'],
    categories: [
      'identité et adresse électronique professionnelles',
      'organisme',
      'contenu des demandes et pièces',
      'avis, notes et décisions',
    ],
    recipients: [
      ...service,
      'membres du comité et experts, pour les dossiers qui leur sont confiés',
      'public, pour les données essentielles des conventions (décret nº 2017-779)',
    ],
    durations: ruled('grant-refused', 'grant-awarded'),
  },
  {
    key: 'journeys',
    title: 'Parcours de reconversion',
    purpose: 'Sélectionner les participants, conduire leur parcours, réunir le jury, mesurer les effets.',
    basis: publicTask,
    people: ['candidats et participants', 'employeurs', 'coachs et membres du jury'],
    categories: [
      'identité et adresse électronique',
      'emploi et projet',
      'journal de progression, notes partagées',
      'avis du jury',
      'existence d’une pause, jamais sa cause médicale',
    ],
    recipients: [...service, 'employeur, coach et jury du participant, chacun pour ce qui le concerne'],
    durations: ruled('journey-refused', 'journey'),
  },
  {
    key: 'directors',
    title: 'Année des directeurs',
    purpose: 'Inviter les directeurs aux événements de l’année, donner les places, attester leur participation.',
    basis: publicTask,
    people: ['directeurs', 'personnes qui agissent pour eux'],
    categories: ['identité et adresse électronique professionnelles', 'inscriptions et présences'],
    recipients: [
      'responsables de programme',
      'le directeur et qui agit pour lui',
      'autres lecteurs : des comptes, masqués sous dix personnes',
    ],
    durations: ruled('directors-year'),
  },
  {
    key: 'accounts',
    title: 'Comptes, connexions et journal des accès',
    purpose: 'Reconnaître les personnes, vérifier leurs droits, savoir qui a lu quoi.',
    basis: legalDuty,
    people: ['toute personne qui se connecte'],
    categories: ['identité reçue du fournisseur d’identité', 'rôles', 'sessions : navigateur, dates', 'lectures : dossier, date, page'],
    recipients: ['administrateurs', 'auditeurs', 'responsables de programme, pour leurs dossiers'],
    durations: [
      { what: 'Sessions et tentatives de connexion', duration: `${inYears(logsKept)} après leur fin` },
      { what: 'Journal des accès', duration: `${inYears(logsKept)} à compter de la lecture` },
      { what: 'Compte et rôles', duration: 'tant que la personne agit dans le service' },
    ],
  },
  {
    key: 'rights',
    title: 'Demandes sur les données personnelles',
    purpose: 'Recevoir les demandes de rectification et d’effacement, y répondre dans le mois.',
    basis: legalDuty,
    people: ['personnes qui exercent leurs droits'],
    categories: ['identité', 'texte de la demande et de la réponse'],
    recipients: ['délégué à la protection des données', 'responsables de programme', 'administrateurs'],
    durations: [{ what: 'Demandes et réponses', duration: 'tant que le compte existe' }],
  },
];

/** What each person may ask. */
export const rights: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Accès et copie',
    text: 'Téléchargez à tout moment ce que le service sait de vous depuis « Mes données » (RGPD, art. 15 et 20).',
  },
  { title: 'Rectification', text: 'Demandez qu’une donnée fausse soit corrigée ; la réponse vient dans le mois (art. 16 et 12).' },
  {
    title: 'Effacement',
    text: 'Demandez l’effacement de ce qui n’est plus nécessaire. Ce que la mission d’intérêt public ou les archives exigent est gardé jusqu’à son terme (art. 17).',
  },
  {
    title: 'Limitation et opposition',
    text: 'Demandez qu’un traitement soit limité, ou opposez-vous pour des raisons qui vous sont propres (art. 18 et 21).',
  },
  { title: 'Aucune décision automatique', text: 'Chaque décision est prise par une personne (art. 22).' },
  { title: 'Réclamation', text: 'Vous pouvez saisir la CNIL, 3 place de Fontenoy, 75007 Paris.' },
];
