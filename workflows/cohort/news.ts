import type { PersonId } from '../kit/people.js';
import type { MemberCalendar } from './plan.js';

/** What a cohort tells its members' cases, by the key of the event that they expect. */
export const news = {
  seatGiven: 'seat-given',
  calendarChanged: 'calendar-changed',
  coachChanged: 'coach-changed',
  juryHeld: 'jury-held',
} as const;

/** After a seat was asked for: at once, or when one becomes free. */
export interface SeatGiven {
  readonly startsOn: string;
  readonly juryOn: string;
  readonly resitBy: string;
  readonly coach: PersonId;
}

/** May come from the first day of a member's case on. */
export type CalendarChanged = MemberCalendar & { readonly why: string };

/** The former coach helps until `overlapUntil`. */
export interface CoachChanged {
  readonly coach: PersonId;
  readonly previous: PersonId;
  readonly overlapUntil: string;
  readonly why: string;
}

/** Once a sitting: a second one follows `resit`. */
export interface JuryHeld {
  readonly heldOn: string;
  readonly result: 'pass' | 'resit' | 'fail';
  readonly why: string;
  /** Who judged: never the participant's coach. */
  readonly judges: readonly PersonId[];
  /** Who stood aside: they do not answer an appeal either. */
  readonly recused: readonly PersonId[];
}
