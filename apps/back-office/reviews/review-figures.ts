import type { ReviewFigures } from '#workflows/reconversion-review/figures.js';
import { trades } from '#workflows/reconversion/trades.js';
import type { CohortYear } from '../cohorts/cohort-year.dto.js';
import { addUp } from '../cohorts/cohort-year.js';
import { fewest, shownCounts, shownShare } from '../directors/small-cells.js';
import type { Fields } from '../openapi/fields.js';

/** What the grants that pay for some journeys were paid, less what came back. */
export interface Costs {
  readonly grants: number;
  readonly paidCents: number;
}

const orNull = (count: number | undefined): number | null => count ?? null;

/**
 * The figures of a review, frozen as they stand: counts of whole years, from which nobody can be recognised, neither alone nor by taking one
 * from another. Pure.
 */
export function frozenFigures(asOf: string, years: readonly Fields<CohortYear>[], costs: Costs): ReviewFigures {
  const [first] = years;
  const last = years.at(-1);
  if (!first || !last) throw new RangeError('A review is about one year at least.');
  const { started, completed, endedOtherwise, inPost, funded } = addUp(years.map(({ total }) => total));
  const [shownCompleted, shownEnded, shownRunning] = shownCounts([completed, endedOtherwise, started - completed - endedOtherwise]);
  const shownFunded = shownShare(funded, started);
  return {
    asOf,
    from: first.year,
    to: last.year,
    cohorts: years.reduce((sum, { cohorts }) => sum + cohorts.length, 0),
    started: started < fewest ? null : started,
    completed: orNull(shownCompleted),
    endedOtherwise: orNull(shownEnded),
    running: orNull(shownRunning),
    inPost: shownCompleted === undefined ? null : orNull(shownShare(inPost, completed)),
    aim: last.aim,
    trades: tradesOf(years, shownCompleted !== undefined),
    needs: { source: trades.product.source, asOf: trades.product.asOf },
    funded: { started: orNull(shownFunded), perYear: last.fundedAim },
    costs: { ...costs, ...(shownFunded !== undefined && { perJourneyCents: Math.round(costs.paidCents / shownFunded) }) },
  };
}

/** Where the total is hidden, the trades would give it away. */
function tradesOf(years: readonly Fields<CohortYear>[], isTotalShown: boolean): ReviewFigures['trades'] {
  const all = years.flatMap(({ trades: ofYear }) => ofYear);
  const keys = Object.keys(trades).filter((key) => all.some((trade) => trade.key === key));
  const counts = keys.map((one) => all.filter(({ key }) => key === one).reduce((sum, { completed }) => sum + completed, 0));
  const shown = shownCounts(counts);
  return keys.map((key, index) => {
    const { label, hiresPerYear, approximate } = trades[key as keyof typeof trades];
    return { label, hiresPerYear, approximate, completed: isTotalShown ? orNull(shown[index]) : null };
  });
}
