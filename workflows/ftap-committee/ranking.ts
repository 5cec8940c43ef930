/** An amount that a case would be given, in the order of the ranking. */
export interface Wished {
  readonly ref: string;
  readonly amountCents: number;
}

export interface Placed extends Wished {
  /** This case and all those before it. */
  readonly cumulativeCents: number;
  /** Above the cut: the envelope covers it and all those before it. */
  readonly fits: boolean;
  /** Its place on the waiting list when it is below the cut, from 1. */
  readonly waitingRank?: number;
}

/**
 * Cuts a ranking under an envelope. From the first case that it does not cover, all wait in their order: a smaller case below the cut
 * does not overtake a larger one.
 */
export function underTheCut(wished: readonly Wished[], envelopeCents: number): Placed[] {
  let cumulativeCents = 0;
  let waiting = 0;
  return wished.map(({ ref, amountCents }) => {
    cumulativeCents += amountCents;
    const fits = waiting === 0 && cumulativeCents <= envelopeCents;
    if (!fits) waiting++;
    return { ref, amountCents, cumulativeCents, fits, ...(!fits && { waitingRank: waiting }) };
  });
}

/** What the members' marks make together. */
export interface Marks {
  readonly count: number;
  /** Out of 20, to two decimals; none without a mark. */
  readonly average?: number;
  readonly favourable: number;
  readonly reserved: number;
  readonly unfavourable: number;
}

export interface Mark {
  readonly mark: number;
  readonly favour: 'favourable' | 'reserved' | 'unfavourable';
}

export function together(marks: readonly Mark[]): Marks {
  const count = marks.length;
  const sum = marks.reduce((total, { mark }) => total + mark, 0);
  const how = (favour: Mark['favour']) => marks.filter((one) => one.favour === favour).length;
  return {
    count,
    ...(count > 0 && { average: Math.round((sum / count) * 100) / 100 }),
    favourable: how('favourable'),
    reserved: how('reserved'),
    unfavourable: how('unfavourable'),
  };
}

interface Rankable {
  readonly ref: string;
  readonly marks: Marks;
  /** Weighted totals of the reviewers: they part equal averages. */
  readonly totals: readonly number[];
}

/** The highest average first; equals by the reviewers' totals, then in the order of filing. A case without a mark comes last. */
export function ranked<T extends Rankable>(cases: readonly T[]): T[] {
  const mean = (totals: readonly number[]) => (totals.length === 0 ? 0 : totals.reduce((sum, one) => sum + one, 0) / totals.length);
  return [...cases].sort(
    (a, b) => (b.marks.average ?? -1) - (a.marks.average ?? -1) || mean(b.totals) - mean(a.totals) || a.ref.localeCompare(b.ref),
  );
}
