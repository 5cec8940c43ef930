import type { CallTerms } from './call-terms.js';

/** The money of one grant, in cents. It is kept while the story runs; the measures tell the same outside. */
export interface Account {
  /** The award, and what amendments added to it. */
  awardedCents: number;
  paidCents: number;
  /** What has to come back, by orders of recovery. */
  clawedBackCents: number;
  /** What went back to the envelope of the call. */
  releasedCents: number;
}

export const openAccount = (awardedCents: number): Account => ({ awardedCents, paidCents: 0, clawedBackCents: 0, releasedCents: 0 });

/** What the beneficiary holds. */
export const heldCents = ({ paidCents, clawedBackCents }: Account): number => paidCents - clawedBackCents;

/** What the beneficiary holds or may still receive. */
export const openCents = ({ awardedCents, clawedBackCents, releasedCents }: Account): number =>
  awardedCents - clawedBackCents - releasedCents;

type YearEnd = NonNullable<CallTerms['yearEnd']>;

/** The day from which credits are open again when they are closed on this day; undefined while they are open. */
export function creditsReopenOn(today: string, yearEnd: YearEnd | undefined, last: keyof YearEnd): string | undefined {
  const closing = closingDay(today, yearEnd, last);
  return closing !== undefined && today > closing ? `${Number(today.slice(0, 4)) + 1}-01-01` : undefined;
}

/** The last day of this budget year for it. */
export const closingDay = (today: string, yearEnd: YearEnd | undefined, last: keyof YearEnd): string | undefined =>
  yearEnd && `${today.slice(0, 4)}-${yearEnd[last]}`;
