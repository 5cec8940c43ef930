import { z } from 'zod';
import { choice, choices, civilDateField, longText, money, text, yesNo, type FieldMeta } from '../kit/fields.js';
import { bodyKinds } from './body-kinds.js';

/** A share of a whole, 0 to 1; people type and read it in %. */
const share = (meta: FieldMeta) =>
  z
    .number({ error: 'Indiquez un pourcentage.' })
    .gt(0, 'Le pourcentage doit être supérieur à 0.')
    .max(1, 'Le pourcentage ne peut pas dépasser 100\u202f%.')
    .meta({ widget: 'percent', ...meta });

const whole = (meta: FieldMeta, { min, max }: { readonly min: number; readonly max: number }) =>
  z
    .number({ error: 'Indiquez un nombre.' })
    .int('Indiquez un nombre entier.')
    .min(min, `Indiquez ${min} au moins.`)
    .max(max, `Indiquez ${max} au plus.`)
    .meta({ widget: 'number', ...meta });

/** A day of every year, such as 11-30. */
export const dayOfYear = (label: string) =>
  z
    .string({ error: 'Indiquez un mois et un jour.' })
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Indiquez un mois et un jour, par exemple 11-30.')
    .meta({ widget: 'text', label, hint: 'Mois et jour\u00a0: 11-30 pour le 30\u00a0novembre.' });

/** Answers are filed under it; people never read it. */
const key = z.string({ error: 'Clé absente.' }).min(1, 'Clé absente.').max(60, 'Clé trop longue.').meta({ widget: 'hidden', label: 'Clé' });

export const piece = z.object({
  key,
  label: text({ label: 'Pièce' }),
  /** The text that requires it: only such pieces may be asked for (CRPA L114-5). */
  basis: text({ label: 'Texte qui l’exige', hint: 'Seules les pièces qu’un texte exige peuvent être demandées (CRPA L114-5).' }),
  /** A piece that is not essential must not block the instruction (CRPA L114-5-1). */
  essential: yesNo({
    label: 'Pièce indispensable',
    hint: 'L’absence d’une pièce qui n’est pas indispensable ne bloque pas l’instruction (CRPA L114-5-1).',
  }),
});

export const criterion = z.object({
  key,
  label: text({ label: 'Critère' }),
  help: text({ label: 'Ce qui est attendu' }, { max: 500 }),
  weight: z
    .number({ error: 'Indiquez un coefficient.' })
    .positive('Le coefficient doit être supérieur à 0.')
    .meta({ widget: 'number', label: 'Coefficient' }),
});

/** An advance is paid at the start, an interim on a report, the balance on the final account. */
const instalmentKinds = { advance: 'Avance', interim: 'Acompte', balance: 'Solde' } as const;

const instalment = z.object({
  kind: choice(instalmentKinds, { label: 'Nature du versement' }),
  label: text({ label: 'Nom du versement' }),
  share: share({ label: 'Part de la subvention' }),
  condition: text({ label: 'Condition', hint: 'Par exemple\u00a0: sur compte rendu d’avancement.' }, { max: 500 }),
});

/** Where the service in charge has its office: the holidays follow it. */
const zones = {
  metropole: 'Métropole',
  'alsace-moselle': 'Alsace-Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
} as const;

/** Every term of a call, with what a screen needs to draw it. */
export const termFields = {
  title: text({ label: 'Intitulé de l’appel' }),
  envelopeCents: money({ label: 'Enveloppe de l’appel' }, { min: 1 }),
  /** The most that the grant may cover of the eligible cost, 0 to 1. */
  rate: share({ label: 'Taux maximal', hint: 'Part du coût éligible que la subvention peut couvrir.' }),
  floorCents: money({ label: 'Plancher de la subvention' }),
  ceilingCents: money({ label: 'Plafond de la subvention' }, { min: 1 }),
  /** Who may apply. */
  eligibleBodies: choices(bodyKinds, { label: 'Organismes qui peuvent demander' }).min(1, 'Choisissez au moins une nature d’organisme.'),
  /** Grants for investment to bodies outside the State follow décret 2018-514. */
  investment: yesNo({
    label: 'Subventions d’investissement',
    hint: 'Celles des associations et des entreprises suivent alors le décret n° 2018-514\u00a0: décision en huit mois, avance de 30\u202f% au plus.',
  }).default(false),
  /** How long a project may last, in months. */
  durationMonths: z
    .object({
      min: whole({ label: 'Durée minimale, en mois' }, { min: 1, max: 120 }),
      max: whole({ label: 'Durée maximale, en mois' }, { min: 1, max: 120 }),
    })
    .meta({ label: 'Durée des projets' })
    .default({ min: 1, max: 36 }),
  criteria: z
    .array(criterion)
    .min(1, 'Ajoutez au moins un critère.')
    .meta({ widget: 'list', label: 'Critères de sélection', itemLabel: 'Critère' }),
  /** Two weighted totals further apart than this share of the higher one call for a third reviewer. */
  gapForThirdReviewer: share({
    label: 'Écart qui appelle un troisième instructeur',
    hint: 'Entre les deux totaux pondérés, rapporté au plus élevé.',
  }),
  instalments: z
    .array(instalment)
    .min(1, 'Ajoutez au moins un versement.')
    .meta({ widget: 'list', label: 'Versements', itemLabel: 'Versement', hint: 'La somme des parts doit faire 100\u202f%.' }),
  requiredPieces: z.array(piece).meta({ widget: 'list', label: 'Pièces à joindre', itemLabel: 'Pièce' }),
  reviewersGroup: text({ label: 'Groupe d’instructeurs' }),
  /** One opinion is asked of each group. */
  expertGroups: z.array(text({ label: 'Groupe' })).meta({ label: 'Groupes d’experts consultés' }),
  /** What the experts are asked. */
  expertQuestion: longText({ label: 'Question posée aux experts' }, { max: 1_000 }),
  /** Days on which the committee sits, in order. */
  committeeDates: z
    .array(civilDateField({ label: 'Séance' }))
    .meta({ widget: 'list', label: 'Séances du comité', itemLabel: 'Séance', hint: 'Dans l’ordre du calendrier.' }),
  /** Share of the members without a recusal who must be there for a case to be decided on. */
  committeeQuorum: share({ label: 'Quorum du comité', hint: 'Part des membres qui ne se déportent pas.' }).default(0.5),
  /** Working days between a decision and its notice, in which it can be taken back. */
  graceWorkingDays: whole(
    { label: 'Jours ouvrés entre la décision et son envoi', hint: 'La décision peut être reprise pendant ces jours.' },
    { min: 0, max: 5 },
  ).default(2),
  /** Last days of each budget year on which credits may be committed and paid. */
  yearEnd: z
    .object({ lastCommitment: dayOfYear('Dernier jour d’engagement'), lastPayment: dayOfYear('Dernier jour de paiement') })
    .meta({ label: 'Fin de gestion' })
    .optional(),
  /** Months after the end of the project at which each promised effect is measured. */
  followUpMonths: z
    .array(whole({ label: 'Mois' }, { min: 1, max: 120 }))
    .meta({ widget: 'list', label: 'Mesures des effets', itemLabel: 'Mesure', hint: 'En mois après la fin du projet.' })
    .default([12, 24, 36]),
  zone: choice(zones, { label: 'Calendrier des jours fériés' }),
};
