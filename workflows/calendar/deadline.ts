import { type CivilDate, civilDateOf, type DayNumber, dayNumber } from './civil-date.js';
import { endOf } from './counting.js';
import { isWorkingDayNumber, type Zone } from './holidays.js';
import { startOfDayNumber } from './paris-time.js';
import { type Stop, stopsFrom } from './stopped-days.js';
import { type Deadline, type Extension, type Suspension } from './sum.js';
import { days, type Term } from './term.js';

export type { Deadline, Extension, Suspension } from './sum.js';
export { explainInFrench } from './explanation.js';
export { frenchDate, frenchTerm } from './french.js';

const NO_SUSPENSION: Deadline['suspensions'] = [];

export interface DeadlineOptions {
  /** Whose public holidays count. Métropole when nothing is said. */
  readonly zone?: Zone;
  readonly suspensions?: readonly Suspension[];
  readonly extensions?: readonly Extension[];
}

/**
 * When a term ends. Always computed from the trigger day and the whole list of suspensions and extensions, never from an
 * earlier result, so that a sum done again cannot drift.
 *
 * - The trigger day never counts.
 * - Days and months: the suspended calendar days are added after the period.
 * - Working and business days: days inside a suspension are not counted, so `n` of them lie outside.
 * - Overlapping suspensions count once; one that starts after the last day, already pushed back, has no effect; one still
 *   open counts zero days.
 * - Extensions lengthen the term. Months follow months from the trigger day, so that two month ends are never clamped.
 * - A clear term (franc) takes one more day. The roll-over comes last of all.
 *
 * Sources: CRPA L114-5 and L231-4, CJA R421-1, Regulation 1182/71 art. 3.
 */
export function deadline(from: CivilDate, term: Term, options: DeadlineOptions = {}): Deadline {
  const { zone = 'metropole', suspensions = [], extensions = [] } = options;
  const start = dayNumber(from);
  const stops = suspensions.length === 0 ? [] : stopsFrom(start + 1, suspensions.map(stopOf));
  const unrolled = endOf(start, term, extensions, stops, zone);
  const last = term.rollOver ? firstWorkingDay(unrolled, zone) : unrolled;
  const unrolledDay = civilDateOf(unrolled);
  return {
    from,
    term,
    zone,
    suspensions: suspensions.length === 0 ? NO_SUSPENSION : counted(start, unrolled, suspensions),
    extensions,
    unrolledDay,
    lastDay: last === unrolled ? unrolledDay : civilDateOf(last),
    firesAt: startOfDayNumber(last + 1),
  };
}

/** Last day to act, inclusive, a civil date in Europe/Paris. The day of `from` does not count. Source: CJA R421-1. */
export function lastDay(from: CivilDate, term: Term, options?: DeadlineOptions): CivilDate {
  return deadline(from, term, options).lastDay;
}

/** A fixed date ("by 12 March"), as a deadline. Nothing shifts it: no suspension, no roll-over. */
export function until(day: CivilDate, options: { zone?: Zone } & Partial<Pick<Term, 'clock' | 'basis'>> = {}): Deadline {
  const { zone, ...term } = options;
  return deadline(day, days(0, term), { zone });
}

function firstWorkingDay(day: DayNumber, zone: Zone): DayNumber {
  let first = day;
  while (!isWorkingDayNumber(first, zone)) first++;
  return first;
}

function stopOf({ from, until: end }: Suspension): Stop {
  const start = dayNumber(from);
  return { start, end: end === null ? start : dayNumber(end) };
}

/** The suspensions that concern the deadline, with the calendar days each really stopped the clock. */
function counted(start: DayNumber, end: DayNumber, suspensions: readonly Suspension[]): Deadline['suspensions'] {
  let covered = start + 1;
  const result: (Suspension & { days: number })[] = [];
  for (const suspension of suspensions.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const stop = stopOf(suspension);
    if (suspension.until !== null && stop.end <= start + 1) continue;
    const days = stop.start > end ? 0 : Math.max(0, stop.end - Math.max(stop.start, covered));
    covered = Math.max(covered, stop.end);
    result.push({ ...suspension, from: stop.start <= start ? civilDateOf(start + 1) : suspension.from, days });
  }
  return result;
}
