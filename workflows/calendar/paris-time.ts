import {
  type CivilDate,
  civilDateOf,
  type DayNumber,
  dayNumber,
  dayNumberOf,
  type Instant,
  weekdayOf,
  yearMonthDay,
} from './civil-date.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The civil date in Paris at an instant. */
export function civilDateAt(i: Instant): CivilDate {
  return civilDateOf(Math.floor(localTime(i) / DAY));
}

/** Midnight in Paris at the start of a day. Clocks never change at midnight, so it always exists and is unique. */
export function startOfDay(d: CivilDate): Instant {
  return startOfDayNumber(dayNumber(d));
}

/** As `startOfDay`, for a day number. */
export function startOfDayNumber(n: DayNumber): Instant {
  return wallClock(n * DAY);
}

/**
 * The instant a wall clock in Paris shows that time on that day. In the hour skipped in March the clock reads one hour
 * later (02:30 is 03:30); in the hour repeated in October the first passage is meant.
 */
export function instantAt(d: CivilDate, time: `${number}:${number}`): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`Not a time of day (HH:MM): ${JSON.stringify(time)}`);
  return wallClock(dayNumber(d) * DAY + Number(match[1]) * HOUR + Number(match[2]) * 60_000);
}

/** ISO 8601 with the Paris offset: `2024-03-10T00:00:00+01:00`. Milliseconds appear when there are any. */
export function isoParis(i: Instant): string {
  const local = localTime(i);
  const n = Math.floor(local / DAY);
  const inDay = local - n * DAY;
  const ms = inDay % 1000;
  const seconds = Math.floor(inDay / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2)).join(':');
  return `${civilDateOf(n)}T${time}${ms ? `.${pad(ms, 3)}` : ''}+0${(local - i) / HOUR}:00`;
}

/** What a clock in Paris shows at an instant, in milliseconds counted as if Paris were on UTC. */
export function localTime(i: Instant): number {
  return i + offsetAt(i);
}

/** The instant at which a clock in Paris shows a local time, as `localTime` counts it. */
export function wallClock(local: number): Instant {
  const summer = local - 2 * HOUR;
  // The repeated hour is read as summer time, its first passage; the skipped one as winter time, which reads one hour later.
  return offsetAt(summer) === 2 * HOUR ? summer : local - HOUR;
}

/** One hour, two in summer. */
function offsetAt(i: Instant): number {
  const { year } = yearMonthDay(Math.floor(i / DAY));
  return i >= clockChange(year, 3) && i < clockChange(year, 10) ? 2 * HOUR : HOUR;
}

/** Last Sunday of March or October, 01:00 UTC. Source: Directive 2000/84/EC, art. 2 and 3; in force as such since 1996. */
function clockChange(year: number, month: 3 | 10): Instant {
  const last = dayNumberOf(year, month, 31);
  return (last - (weekdayOf(last) % 7)) * DAY + HOUR;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
