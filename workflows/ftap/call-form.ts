import { z, type ZodType } from 'zod';
import { choice, choices, civilDateField, longText } from '../kit/fields.js';
import { criterion, dayOfYear, piece, termFields } from './call-fields.js';
import { callTerms } from './call-terms.js';

type Values = Readonly<Record<string, unknown>>;

/** A call as it is written and sent: what lists show stands beside the terms. */
export interface WrittenCall {
  readonly title: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly envelopeCents: number;
  readonly terms: Values;
}

/** Groups that tasks may be addressed to: those that have people in them. */
export interface CallGroups {
  readonly reviewers: readonly string[];
  readonly experts: readonly string[];
}

/** Parts of the form, and what each holds. */
const parts: Readonly<Record<string, { readonly label: string; readonly holds: readonly string[] }>> = {
  call: { label: 'L’appel', holds: ['title', 'opensOn', 'closesOn', 'envelopeCents'] },
  eligibility: { label: 'Qui peut demander', holds: ['eligibleBodies', 'investment', 'durationMonths'] },
  grant: { label: 'La subvention', holds: ['rate', 'floorCents', 'ceilingCents', 'instalments'] },
  application: { label: 'La demande', holds: ['requiredPieces'] },
  selection: { label: 'L’instruction', holds: ['criteria', 'gapForThirdReviewer', 'reviewersGroup', 'expertGroups', 'expertQuestion'] },
  committee: { label: 'Le comité et la décision', holds: ['committeeDates', 'committeeQuorum', 'graceWorkingDays'] },
  after: { label: 'L’exécution et le suivi', holds: ['yearEnd', 'followUpMonths', 'zone'] },
};
const besideTheTerms = parts.call?.holds ?? [];
const partOf = (field: string) => Object.keys(parts).find((part) => parts[part]?.holds.includes(field)) ?? 'call';

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
const keyless = { key: z.string().meta({ widget: 'hidden', label: 'Clé' }).optional() };

/** The fields of a call as a person fills them in: keys of rows follow from their labels, groups are chosen among those there are. */
const fieldsOf = ({ reviewers, experts }: CallGroups): Readonly<Record<string, ZodType>> => ({
  ...termFields,
  opensOn: civilDateField({ label: 'Ouverture', hint: 'Premier jour de dépôt.' }),
  closesOn: civilDateField({ label: 'Clôture', hint: 'Dernier jour de dépôt, jusqu’à minuit.' }),
  criteria: z
    .array(criterion.extend(keyless))
    .min(1, 'Ajoutez au moins un critère.')
    .meta(termFields.criteria.meta() ?? {}),
  requiredPieces: z.array(piece.extend(keyless)).meta(termFields.requiredPieces.meta() ?? {}),
  reviewersGroup: choice(named(reviewers), { label: 'Groupe d’instructeurs' }),
  expertGroups: choices(named(experts), { label: 'Groupes d’experts consultés', hint: 'Un avis est demandé à chacun.' }),
  yearEnd: z
    .object({
      lastCommitment: dayOfYear('Dernier jour d’engagement').optional(),
      lastPayment: dayOfYear('Dernier jour de paiement').optional(),
    })
    .meta({ label: 'Fin de gestion', hint: 'Laissez vide si le calendrier budgétaire n’arrête ni les engagements ni les paiements.' }),
});

/** Why a published call changes; beside the call itself. */
const amendment = z
  .object({ reason: longText({ label: 'Motif de la modification', hint: 'Il est publié avec la nouvelle version.' }, { max: 1_000 }) })
  .meta({ label: 'Pourquoi cette modification' });

/** The form of a call. It says what `callTerms` says, at the place where the person can correct it. */
export function callForm(groups: CallGroups, { withReason = false } = {}) {
  const fields = fieldsOf(groups);
  const shape = Object.entries(parts).map(([part, { label, holds }]) => [
    part,
    z.object(Object.fromEntries(holds.map((field) => [field, fields[field] as ZodType]))).meta({ label }),
  ]);
  const whole = { ...(Object.fromEntries(shape) as Record<string, ZodType>), ...(withReason && { amendment }) };
  return z.object(whole).superRefine((value, context) => {
    const { title, opensOn, closesOn, envelopeCents, terms } = callOf(value);
    if (closesOn < opensOn)
      context.addIssue({ code: 'custom', path: ['call', 'closesOn'], message: 'La clôture ne peut pas précéder l’ouverture.' });
    for (const { path, message } of callTerms.safeParse({ ...terms, title, envelopeCents }).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: [partOf(String(path[0])), ...path], message });
  });
}

/** What is sent, from what the form holds. */
export function callOf({ amendment: _beside, ...value }: Values): WrittenCall {
  const all = Object.assign({}, ...Object.values(value)) as WrittenCall & { readonly yearEnd?: Values } & Values;
  const { title, opensOn, closesOn, envelopeCents, yearEnd, ...terms } = all;
  const closing = Object.keys(yearEnd ?? {}).length > 0 && { yearEnd };
  const rows = { criteria: withKeys(terms.criteria), requiredPieces: withKeys(terms.requiredPieces) };
  return { title, opensOn, closesOn, envelopeCents, terms: { ...terms, ...closing, ...rows } };
}

/** What the form holds, from what was read. */
export function formOf({ terms, ...rest }: WrittenCall): Values {
  // The browser's form holds a group even when it is empty.
  const all: Values = { yearEnd: {}, ...terms, ...rest };
  return Object.fromEntries(
    Object.entries(parts).map(([part, { holds }]) => [
      part,
      Object.fromEntries(holds.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]]))),
    ]),
  );
}

/** The place in the form of what the server refuses: `terms.rate` stands in `grant.rate`. */
export function formPath(path: string): string {
  if (path === 'reason') return 'amendment.reason';
  const [first = '', ...rest] = path.replace(/^terms\./, '').split('.');
  return besideTheTerms.includes(first) || path.startsWith('terms.') ? [partOf(first), first, ...rest].join('.') : path;
}

/** Gives each new row a key of its own, from its label: marks and pieces are filed under it. */
function withKeys(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows;
  const written = rows as readonly { readonly key?: string; readonly label?: string }[];
  const taken = new Set(written.flatMap(({ key }) => key ?? []));
  return written.map((row) => {
    if (row.key !== undefined) return row;
    const key = freeKey(row.label ?? '', taken);
    taken.add(key);
    return { ...row, key };
  });
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
  const base =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'ligne';
  let key = base;
  for (let nth = 2; taken.has(key); nth++) key = `${base}-${nth}`;
  return key;
}
