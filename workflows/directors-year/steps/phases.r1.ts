import { days, months } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import { catchUpEnds, deepeningEnds, yearEnds } from '../clocks.js';
import { director, type DirectorsYearInput } from '../input.js';
import { stages } from '../stages.js';
import type { Year } from '../year.js';

/** What is left to do of a year, in the words of its messages. */
export interface Missing {
  readonly launch: boolean;
  readonly commitment: boolean;
  readonly visits: number;
  readonly activities: number;
  readonly review: boolean;
}

export function missing({ terms }: DirectorsYearInput, year: Year): Missing {
  return {
    launch: !year.launched,
    commitment: year.commitment === undefined,
    visits: Math.max(0, terms.minimumVisits - year.attended('visit')),
    activities: Math.max(0, terms.minimumActivities - year.attended('activity')),
    review: year.review === undefined,
  };
}

export const isWhole = (left: Missing): boolean => Object.values(left).every((one) => one === false || one === 0);

/** D2: visits are offered until enough were attended, or month 6. They may still be booked later. */
export async function project(file: CaseFile, input: DirectorsYearInput, year: Year, clock: RunningClock): Promise<void> {
  file.enter(stages.projection);
  file.tell(director, 'visits-offered', { minimum: input.terms.minimumVisits });
  await firstOf(
    clock,
    year.until(() => missing(input, year).visits === 0),
  );
}

/** D3: the same with activities, until month 11. */
export async function deepen(file: CaseFile, input: DirectorsYearInput, year: Year): Promise<void> {
  file.enter(stages.deepening);
  const { minimumActivities, deepeningMonths } = input.terms;
  file.tell(director, 'activities-offered', { minimum: minimumActivities });
  await firstOf(
    file.clock(deepeningEnds, { from: input.startsOn, term: months(deepeningMonths) }),
    year.until(() => missing(input, year).activities === 0),
  );
}

/** D4, until all is done or the last day of the year; then the catch-up of who needs one. */
export async function close(file: CaseFile, input: DirectorsYearInput, year: Year): Promise<void> {
  const { startsOn, terms } = input;
  const whole = year.until(() => isWhole(missing(input, year)));
  await firstOf(file.clock(yearEnds, { from: startsOn, term: days(terms.yearDays) }), whole);
  const left = missing(input, year);
  if (isWhole(left) || terms.catchUpDays === 0) return;
  file.enter(stages.catchUp);
  file.tell(director, 'catch-up', { days: terms.catchUpDays, left });
  await firstOf(file.clock(catchUpEnds, { from: startsOn, term: days(terms.yearDays + terms.catchUpDays) }), whole);
  file.enter(stages.closing);
}

/** What is waited for, or the end of its time. */
async function firstOf(clock: RunningClock, done: Promise<void>): Promise<void> {
  await Promise.race([done, clock.expiry]);
  clock.end();
}
