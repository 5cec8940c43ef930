import { type DayNumber } from './civil-date.js';

/** Days on which a clock does not run: from `start` to the day before `end`. */
export interface Stop {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

const NONE: readonly Stop[] = [];

/** The same days as stops in order that neither overlap nor touch; whatever lies before `first` is cut off. */
export function stopsFrom(first: DayNumber, stops: readonly Stop[]): readonly Stop[] {
  if (stops.length === 0) return NONE;
  const merged: Stop[] = [];
  for (const stop of stops.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(stop.start, first);
    const previous = merged.at(-1);
    if (stop.end <= start) continue;
    if (previous && start <= previous.end) merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, stop.end) };
    else merged.push({ start, end: stop.end });
  }
  return merged;
}

/**
 * A last day pushed back by the stopped days between `from` (not counted) and it. A push may bring it into a later stop,
 * which then pushes it in turn; a stop that starts after it has no effect. `stops` come from `stopsFrom`.
 */
export function pushedBack(from: DayNumber, last: DayNumber, stops: readonly Stop[]): DayNumber {
  let day = last;
  for (const stop of stops) {
    if (stop.start > day) break;
    if (stop.start > from) day += stop.end - stop.start;
  }
  return day;
}
