import { z } from 'zod';
import { legalProfileKeys } from './legal-profiles.js';

const piece = z.object({
  key: z.string(),
  label: z.string(),
  /** The text that requires it: only such pieces may be asked for (CRPA L114-5). */
  basis: z.string(),
  /** A piece that is not essential must not block the instruction (CRPA L114-5-1). */
  essential: z.boolean(),
});

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
  criteria: z.array(z.object({ key: z.string(), label: z.string(), help: z.string(), weight: z.number().positive() })).min(1),
  /** Two weighted totals further apart than this share of the higher one call for a third reviewer. */
  gapForThirdReviewer: z.number().gt(0).max(1),
  instalments: z.array(z.object({ label: z.string(), share: z.number().gt(0).max(1), condition: z.string() })).min(1),
  legalProfile: z.enum(legalProfileKeys),
  requiredPieces: z.array(piece),
  reviewersGroup: z.string(),
  /** One opinion is asked of each group. */
  expertGroups: z.array(z.string()),
  /** What the experts are asked. */
  expertQuestion: z.string(),
  /** Days on which the committee sits, in order. */
  committeeDates: z.array(z.iso.date()),
  /** Last day on which credits may be committed before the budget year closes. */
  lastCommitmentDay: z.iso.date().optional(),
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']),
});

export const callTerms = terms.superRefine(({ floorCents, ceilingCents, instalments }, context) => {
  if (floorCents > ceilingCents)
    context.addIssue({ code: 'custom', path: ['floorCents'], message: 'Le plancher ne peut pas dépasser le plafond.' });
  const shares = instalments.reduce((total, { share }) => total + share, 0);
  if (Math.abs(shares - 1) > 1e-9)
    context.addIssue({ code: 'custom', path: ['instalments'], message: 'La somme des parts des versements doit faire 100\u202f%.' });
});

export type CallTerms = z.infer<typeof terms>;
export type RequiredPiece = CallTerms['requiredPieces'][number];
export type Criterion = CallTerms['criteria'][number];
