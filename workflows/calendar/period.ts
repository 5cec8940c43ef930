import { addMonthsTo, type CivilDate, civilDateOf, dayNumber, yearMonthDay } from './civil-date.js';
import { pushedBack, stopsFrom } from './stopped-days.js';

export interface Pause {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
}

/**
 * A journey of some months whose first day counts: it ends on the eve of the day of the same number, or on the last day of
 * a month that has no such day. Pauses, both ends included, push the end back; overlapping ones count once.
 */
export function period(firstDay: CivilDate, months: number, pauses: readonly Pause[]): { nominalLastDay: CivilDate; lastDay: CivilDate } {
  const first = dayNumber(firstDay);
  const anniversary = addMonthsTo(first, months);
  const nominal = yearMonthDay(anniversary).day === yearMonthDay(first).day ? anniversary - 1 : anniversary;
  const stops = stopsFrom(
    first,
    pauses.map((pause) => ({ start: dayNumber(pause.firstDay), end: dayNumber(pause.lastDay) + 1 })),
  );
  return { nominalLastDay: civilDateOf(nominal), lastDay: civilDateOf(pushedBack(first - 1, nominal, stops)) };
}
