import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { type Deadline, deadline } from '#workflows/calendar/deadline.js';
import type { RetentionRule } from './rules.js';

/** A dispute during which the clock stood still, or stands still: its first day, and the day on which it went on. */
export interface Held {
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

const cause = 'litige';

/**
 * The last day on which a case is kept. Disputes suspend the clock as they suspend any other: the date moves by their length; one that is
 * still open has not moved it yet.
 */
export const keepUntil = ({ term }: Pick<RetentionRule, 'term'>, startsOn: CivilDate, holds: readonly Held[]): Deadline =>
  deadline(startsOn, term, { suspensions: holds.map(({ since, until }) => ({ from: since, until, cause })) });

/** A `DATE` of the database as a civil date, and back. */
export const dayOf = (date: Date): CivilDate => date.toISOString().slice(0, 10);
export const dateOf = (day: CivilDate): Date => new Date(day);
