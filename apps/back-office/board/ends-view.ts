import { fewest, shownCounts } from '../directors/small-cells.js';
import type { Fields } from '../openapi/fields.js';
import type { BoardEnds, MonthCount } from './board.dto.js';
import type { EndsCount } from './board-reader.js';
import { added } from './figures-view.js';

interface Known {
  /** Whether those who are counted are read by name. */
  readonly listed: boolean;
  /** How many of the group's cases are closed: with them, months would add up to the group. */
  readonly closed: number;
}

/** Forecast ends of one group, from its row without a month and those of its months. */
export function endsOf(rows: readonly EndsCount[], { listed, closed }: Known): Fields<BoardEnds> {
  const whole = rows.find((row) => row.whole);
  const months = rows.filter((row) => !row.whole && row.month !== null);
  if (!whole) return { ...(listed && { foreseen: 0 }), months: [] };
  if (listed) return { ...wholeEnds(whole), months: months.map(({ month, cases }) => ({ month: month ?? '', count: cases })) };
  const shown = shownCounts([...months.map(({ cases }) => cases), whole.cases - whole.foreseen, closed]);
  return { ...medianOf(whole), months: months.map(({ month }, index) => monthCount(month ?? '', shown[index])) };
}

/** Of all groups of a procedure. */
export function sumOfEnds(
  groups: readonly { readonly ends: Fields<BoardEnds> }[],
  whole: EndsCount | undefined,
  listed: boolean,
): Fields<BoardEnds> {
  const months = [...new Set(groups.flatMap(({ ends }) => ends.months.map(({ month }) => month)))].sort();
  const countOf = (month: string) =>
    added(groups.flatMap(({ ends }) => ends.months.filter((one) => one.month === month).map(({ count }) => count)));
  return {
    ...(whole ? (listed ? wholeEnds(whole) : medianOf(whole)) : listed && { foreseen: 0 }),
    months: months.map((month) => monthCount(month, countOf(month))),
  };
}

const wholeEnds = ({ foreseen, earliest, median, latest, endless, unforeseen }: EndsCount) => ({
  foreseen,
  ...(earliest !== null && { earliest }),
  ...(median !== null && { median }),
  ...(latest !== null && { latest }),
  endless,
  unforeseen,
});

/** The first and the last end are one person's each. */
const medianOf = ({ foreseen, median }: EndsCount) => (median !== null && foreseen >= fewest ? { median } : {});

const monthCount = (month: string, count: number | undefined): Fields<MonthCount> => ({ month, ...(count !== undefined && { count }) });
