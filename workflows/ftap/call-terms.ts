import { z } from 'zod';
import { bodyKindKeys } from './body-kinds.js';

const piece = z.object({
  key: z.string(),
  label: z.string(),
  /** The text that requires it: only such pieces may be asked for (CRPA L114-5). */
  basis: z.string(),
  /** A piece that is not essential must not block the instruction (CRPA L114-5-1). */
  essential: z.boolean(),
});

const instalment = z.object({
  /** An advance is paid at the start, an interim on a report, the balance on the final account. */
  kind: z.enum(['advance', 'interim', 'balance']),
  label: z.string(),
  share: z.number().gt(0).max(1),
  condition: z.string(),
});

/** A day of every year, such as 11-30. */
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Indiquez un mois et un jour, par exemple 11-30.');

/**
 * The terms of a call, as data: a successor fund or next year's call is another row, not other code. A case freezes them in its
 * input, so that a call corrected later does not change the rules of those who filed before.
 */
const terms = z.object({
  title: z.string(),
  envelopeCents: z.number().int().positive(),
  /** The most that the grant may cover of the eligible cost, 0 to 1. */
  rate: z.number().gt(0).max(1),
  floorCents: z.number().int().nonnegative(),
  ceilingCents: z.number().int().positive(),
  /** Who may apply. */
  eligibleBodies: z.array(z.enum(bodyKindKeys)).min(1),
  /** Grants for investment to bodies outside the State follow décret 2018-514. */
  investment: z.boolean().default(false),
  /** How long a project may last, in months. */
  durationMonths: z.object({ min: z.number().int().min(1), max: z.number().int().max(120) }).default({ min: 1, max: 36 }),
  criteria: z.array(z.object({ key: z.string(), label: z.string(), help: z.string(), weight: z.number().positive() })).min(1),
  /** Two weighted totals further apart than this share of the higher one call for a third reviewer. */
  gapForThirdReviewer: z.number().gt(0).max(1),
  instalments: z.array(instalment).min(1),
  requiredPieces: z.array(piece),
  reviewersGroup: z.string(),
  /** One opinion is asked of each group. */
  expertGroups: z.array(z.string()),
  /** What the experts are asked. */
  expertQuestion: z.string(),
  /** Days on which the committee sits, in order. */
  committeeDates: z.array(z.iso.date()),
  /** Share of the members without a recusal who must be there for a case to be decided on. */
  committeeQuorum: z.number().gt(0).max(1).default(0.5),
  /** Working days between a decision and its notice, in which it can be taken back. */
  graceWorkingDays: z.number().int().min(0).max(5).default(2),
  /** Last days of each budget year on which credits may be committed and paid. */
  yearEnd: z.object({ lastCommitment: dayOfYear, lastPayment: dayOfYear }).optional(),
  /** Months after the end of the project at which each promised effect is measured. */
  followUpMonths: z.array(z.number().int().positive()).default([12, 24, 36]),
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']),
});

/** The most that may be paid in advance and before the balance, for investment (décret n° 2018-514, article 12). */
const investmentLimits = { advance: 0.3, beforeBalance: 0.8, beforeBalanceOfLongProjects: 0.9, longProjectMonths: 48 };

const shareOf = (instalments: readonly { readonly kind: string; readonly share: number }[], ...kinds: string[]) =>
  instalments.reduce((total, { kind, share }) => total + (kinds.includes(kind) ? share : 0), 0);
const exceeds = (share: number, most: number) => share > most + 1e-9;

export const callTerms = terms.superRefine(({ floorCents, ceilingCents, instalments, investment, durationMonths }, context) => {
  const refuse = (path: string, message: string) => {
    context.addIssue({ code: 'custom', path: [path], message });
  };
  if (floorCents > ceilingCents) refuse('floorCents', 'Le plancher ne peut pas dépasser le plafond.');
  if (durationMonths.min > durationMonths.max) refuse('durationMonths', 'La durée minimale ne peut pas dépasser la durée maximale.');
  if (Math.abs(shareOf(instalments, 'advance', 'interim', 'balance') - 1) > 1e-9)
    refuse('instalments', 'La somme des parts des versements doit faire 100\u202f%.');
  if (!investment) return;
  const { advance, beforeBalance, beforeBalanceOfLongProjects, longProjectMonths } = investmentLimits;
  if (exceeds(shareOf(instalments, 'advance'), advance))
    refuse('instalments', 'Pour un investissement, l’avance ne peut pas dépasser 30\u202f% (décret n° 2018-514, article 12).');
  const most = durationMonths.max > longProjectMonths ? beforeBalanceOfLongProjects : beforeBalance;
  if (exceeds(shareOf(instalments, 'advance', 'interim'), most))
    refuse(
      'instalments',
      `Pour un investissement, l’avance et les acomptes ne peuvent pas dépasser ${Math.round(most * 100)}\u202f% (décret n° 2018-514, article 12).`,
    );
});

export type CallTerms = z.infer<typeof terms>;
export type RequiredPiece = CallTerms['requiredPieces'][number];
export type Criterion = CallTerms['criteria'][number];
