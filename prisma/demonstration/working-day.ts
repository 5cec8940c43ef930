import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { isWorkingDay } from '#workflows/calendar/holidays.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';
import type { Chance } from './chance.js';

/** This day, or the next one on which people work. */
export function workingDayFrom(day: CivilDate): CivilDate {
  return isWorkingDay(day, 'metropole') ? day : workingDayFrom(addDays(day, 1));
}

/** Some moment between nine and six on that day, or on the next one on which people work. */
export function officeTime(day: CivilDate, chance: Chance): Instant {
  return instantAt(workingDayFrom(day), '09:00') + chance.between(0, 9 * 3_600) * 1_000;
}

/** The same, so many days after an instant, and never before it. */
export const officeTimeAfter = (instant: Instant, days: number, chance: Chance): Instant =>
  Math.max(instant + 60_000, officeTime(addDays(civilDateAt(instant), days), chance));
