import { daysBetween, type CivilDate } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import type { Zone } from '../../calendar/holidays.js';
import { days, workingDays, type Term } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';

/** Ten working days [D], but before silence decides by itself; that day belongs to the law, so nobody may extend it. */
export function timeToDecide(
  file: CaseFile,
  zone: Zone,
  silentDay: CivilDate | undefined,
  basis: string,
): { within: Term; maxExtensions?: number } {
  const service = workingDays(10);
  if (silentDay === undefined || silentDay >= lastDay(file.today(), service, { zone })) return { within: service };
  return { within: days(daysBetween(file.today(), silentDay), { clock: 'legal', basis }), maxExtensions: 0 };
}

/** Last day on which the authority decides before silence does; undefined where silence decides nothing, or no longer. */
export function silentDayOf(input: FtapInput, clock: RunningClock | undefined): CivilDate | undefined {
  return clock === undefined || clock.expired() || profileOf(input).silence === 'none' ? undefined : clock.lastDay();
}
