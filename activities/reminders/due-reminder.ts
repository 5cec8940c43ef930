import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { addWorkingDays, type Zone } from '#workflows/calendar/holidays.js';

/** Working days before a call closes on which those who have not filed are reminded (F0). */
export const closingReminders = [10, 3, 1] as const;
export type ClosingReminder = (typeof closingReminders)[number];

/**
 * The reminder that is due: the latest whose day has come. One that came before the draft was begun is not, nor any once the call is
 * closed. A day on which nothing could be sent is made up for until the next reminder's.
 */
export function dueReminder(
  { closesOn, zone, begunOn }: { readonly closesOn: CivilDate; readonly zone: Zone; readonly begunOn: CivilDate },
  today: CivilDate,
): ClosingReminder | undefined {
  if (today > closesOn) return undefined;
  const dayOf = (before: number) => addWorkingDays(closesOn, -before, zone);
  const latest = closingReminders.findLast((before) => dayOf(before) <= today);
  return latest !== undefined && begunOn <= dayOf(latest) ? latest : undefined;
}
