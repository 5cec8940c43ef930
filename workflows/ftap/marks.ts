import type { CallTerms } from './call-terms.js';
import type { Grid } from './tasks/instruction.js';

/** A grid's total out of 20, by the weights of the call, to two decimals. */
export function weightedTotal({ marks }: Grid, { criteria }: Pick<CallTerms, 'criteria'>): number {
  const weights = criteria.reduce((total, { weight }) => total + weight, 0);
  const weighted = criteria.reduce((total, { key, weight }) => total + (marks[key]?.score ?? 0) * weight, 0);
  return Math.round((weighted / weights) * 100) / 100;
}

/**
 * Two totals so far apart that a third reviewer is needed: their difference, as a share of the higher one. Exactly the share is not
 * more than it, whatever binary fractions make of 3.9 out of 13.
 */
export function tooFarApart(a: number, b: number, { gapForThirdReviewer }: Pick<CallTerms, 'gapForThirdReviewer'>): boolean {
  const higher = Math.max(a, b);
  return higher > 0 && (higher - Math.min(a, b)) / higher > gapForThirdReviewer + 1e-9;
}

/** An instalment in cents: the last one takes what rounding left. */
export function instalmentCents(amountCents: number, instalments: CallTerms['instalments'], index: number): number {
  const before = instalments.slice(0, index + 1).reduce((total, { share }) => total + share, 0);
  const previous = instalments.slice(0, index).reduce((total, { share }) => total + share, 0);
  return Math.round(amountCents * Math.min(1, before)) - Math.round(amountCents * previous);
}
