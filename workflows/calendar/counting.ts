import { addMonthsTo, type DayNumber } from './civil-date.js';
import { isBusinessDayNumber, isWorkingDayNumber, type Zone } from './holidays.js';
import { pushedBack, type Stop } from './stopped-days.js';
import { type Extension } from './sum.js';
import { type Term } from './term.js';

/**
 * The last day of a term, before it rolls over: the term, then each extension, then the day of a clear term.
 * `stops` come from `stopsFrom`. See `deadline` for the rules.
 */
export function endOf(start: DayNumber, term: Term, extensions: readonly Extension[], stops: readonly Stop[], zone: Zone): DayNumber {
  const terms = extensions.length === 0 ? [term] : joined([term, ...extensions.map((extension) => extension.term)]);
  // Calendar terms add up to one nominal day, which the suspensions then push back; a count of working days pauses as it goes.
  let origin = start;
  let day = start;
  for (const { n, unit } of terms) {
    if (unit === 'months') day = addMonthsTo(day, n);
    else if (unit === 'days') day += n;
    else {
      const counts = unit === 'workingDays' ? isWorkingDayNumber : isBusinessDayNumber;
      day = count(pushedBack(origin, day, stops), n, counts, stops, zone);
      origin = day;
    }
  }
  return pushedBack(origin, term.clear ? day + 1 : day, stops);
}

/** Neighbouring terms of one unit made one: 2 months extended by 2 are 4 months, from 31 December to 30 April. */
function joined(terms: readonly Term[]): Pick<Term, 'n' | 'unit'>[] {
  const result: Pick<Term, 'n' | 'unit'>[] = [];
  for (const { n, unit } of terms) {
    const previous = result.at(-1);
    if (previous?.unit === unit) result[result.length - 1] = { n: previous.n + n, unit };
    else result.push({ n, unit });
  }
  return result;
}

/** The nth day after `from` that counts and lies outside every stop. */
function count(from: DayNumber, n: number, counts: (day: DayNumber, zone: Zone) => boolean, stops: readonly Stop[], zone: Zone): DayNumber {
  let day = from;
  let next = 0;
  for (let left = n; left > 0;) {
    day++;
    let stop = stops[next];
    while (stop && stop.end <= day) stop = stops[++next];
    if (stop && stop.start <= day) day = stop.end - 1;
    else if (counts(day, zone)) left--;
  }
  return day;
}
