import { type CivilDate, type Instant } from './civil-date.js';
import { type Zone } from './holidays.js';
import { type Term } from './term.js';

/** Time during which the clock does not run. `until` is exclusive: the day it starts again. */
export interface Suspension {
  readonly from: CivilDate;
  /** null while it lasts: the sum then takes it for zero days, and whoever asked knows the deadline is frozen. */
  readonly until: CivilDate | null;
  readonly cause: string;
  readonly basis?: string;
}

/** Time added to a term by a decision. It adds length alone: the deadline's own term says whether it is clear or rolls over. */
export interface Extension {
  readonly term: Term;
  readonly by?: string;
  readonly reason: string;
}

/** A due date with everything a person needs to redo the sum. */
export interface Deadline {
  /** The day of the triggering event. It never counts. */
  readonly from: CivilDate;
  readonly term: Term;
  readonly zone: Zone;
  /**
   * In date order, each cut to the days after `from`; `days` is the calendar days it really stopped the clock: days
   * already stopped by an earlier one count once, and one that starts after the last day counts zero.
   */
  readonly suspensions: readonly (Suspension & { readonly days: number })[];
  readonly extensions: readonly Extension[];
  /** The last day before it rolls over. */
  readonly unrolledDay: CivilDate;
  /** Last day to act, inclusive, until midnight in Paris. */
  readonly lastDay: CivilDate;
  /** First instant after `lastDay`: when to act on the silence. */
  readonly firesAt: Instant;
}
