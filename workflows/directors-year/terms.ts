import { z } from 'zod';

const count = (least: number, most: number) => z.number().int().min(least).max(most);

/** What an edition sets for all its years: data, frozen in each case's input [D, domain.md section 4]. */
export const yearTerms = z.object({
  /** Visits, and activities, that each director is expected to take part in. */
  minimumVisits: count(0, 10).default(2),
  minimumActivities: count(0, 10).default(2),
  /** To write and sign the commitment, counted from the session attended. */
  commitmentWorkingDays: count(1, 60).default(15),
  /** Months of the year at whose end phases 2 and 3 give way to the next. */
  projectionMonths: count(1, 12).default(6),
  deepeningMonths: count(1, 12).default(11),
  yearDays: count(30, 730).default(365),
  catchUpDays: count(0, 365).default(60),
  followUpMonths: count(1, 12).default(6),
});
export type YearTerms = z.infer<typeof yearTerms>;
