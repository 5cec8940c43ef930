import { ranked, together, underTheCut } from './ranking.js';

const wish = (ref: string, thousands: number) => ({ ref, amountCents: thousands * 1_000_00 });

describe('the cut under the envelope', () => {
  it('keeps in order what the envelope covers, to the cent', () => {
    const placed = underTheCut([wish('A', 100), wish('B', 150)], 250_000_00);
    expect(placed.map(({ fits, cumulativeCents }) => [fits, cumulativeCents])).toEqual([
      [true, 100_000_00],
      [true, 250_000_00],
    ]);
  });

  it('puts all that come after the first one uncovered on the waiting list, in their order', () => {
    const placed = underTheCut([wish('A', 100), wish('B', 150), wish('C', 20), wish('D', 10)], 249_999_99);
    expect(placed.map(({ ref, waitingRank }) => [ref, waitingRank])).toEqual([
      ['A', undefined],
      ['B', 1],
      ['C', 2],
      ['D', 3],
    ]);
  });

  it('keeps nothing of an envelope that is used up', () => {
    expect(underTheCut([wish('A', 100)], 0)).toMatchObject([{ fits: false, waitingRank: 1 }]);
    expect(underTheCut([wish('A', 100)], -5)).toMatchObject([{ fits: false, waitingRank: 1 }]);
    expect(underTheCut([], 100)).toEqual([]);
  });
});

describe('the ranking', () => {
  const one = (ref: string, marks: readonly number[], totals: readonly number[] = [12, 12]) => ({
    ref,
    totals,
    marks: together(marks.map((mark) => ({ mark, favour: mark >= 10 ? ('favourable' as const) : ('unfavourable' as const) }))),
  });

  it('goes by the average of the marks; a case that nobody marked comes last', () => {
    expect(ranked([one('A', []), one('B', [10, 13]), one('C', [15, 9])]).map(({ ref }) => ref)).toEqual(['C', 'B', 'A']);
  });

  it('parts equal averages by the reviewers’ totals, then in the order of filing', () => {
    const cases = [one('FTAP-3', [12], [10]), one('FTAP-2', [12], [10]), one('FTAP-1', [12], [9, 16])];
    expect(ranked(cases).map(({ ref }) => ref)).toEqual(['FTAP-1', 'FTAP-2', 'FTAP-3']);
  });

  it('counts the opinions and rounds the average to two decimals', () => {
    expect(together([10, 11, 11].map((mark) => ({ mark, favour: 'reserved' as const })))).toEqual({
      count: 3,
      average: 10.67,
      favourable: 0,
      reserved: 3,
      unfavourable: 0,
    });
    expect(together([])).toEqual({ count: 0, favourable: 0, reserved: 0, unfavourable: 0 });
  });
});
