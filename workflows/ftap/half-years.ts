import type { CivilDate } from '../calendar/civil-date.js';

/** The first 30 June or 31 December after a day. */
export function nextHalfYearEnd(after: CivilDate): CivilDate {
  const year = after.slice(0, 4);
  if (after < `${year}-06-30`) return `${year}-06-30`;
  return after < `${year}-12-31` ? `${year}-12-31` : `${Number(year) + 1}-06-30`;
}
