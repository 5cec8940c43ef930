/** Fewer people than this in one cell, and somebody could be recognised [D, domain.md section 4]. */
export const fewest = 10;

/**
 * Counts of one group of people as they may be shown: `undefined` for a cell under ten. Where a single cell is hidden, the total would
 * give it away, so the smallest of the others is hidden with it.
 */
export function shownCounts(counts: readonly number[]): (number | undefined)[] {
  const hidden = new Set(counts.flatMap((count, index) => (count < fewest ? [index] : [])));
  if (hidden.size === 1 && counts.length > 1) {
    const others = counts.map((count, index) => ({ count, index })).filter(({ index }) => !hidden.has(index));
    const smallest = others.reduce((least, one) => (one.count < least.count ? one : least));
    hidden.add(smallest.index);
  }
  return counts.map((count, index) => (hidden.has(index) ? undefined : count));
}

/** A share of a group, such as those who signed: neither it nor the rest may be under ten. */
export const shownShare = (count: number, total: number): number | undefined => shownCounts([count, total - count])[0];
