import { type Instant } from './civil-date.js';
import { localTime, wallClock } from './paris-time.js';

const HOUR = 3_600_000;

/** The same time on a clock in Paris, some calendar days later: a reminder at 09:00 stays at 09:00 across a clock change. */
export function wallClockAfter(i: Instant, calendarDays: number): Instant {
  return wallClock(localTime(i) + calendarDays * 24 * HOUR);
}

/** Elapsed hours, whatever the clocks do: limits such as the 72 hours of GDPR art. 33. */
export function elapsed(i: Instant, hours: number): Instant {
  return i + hours * HOUR;
}
