import { z } from 'zod';

/** A session of the cohort, as its members see it. */
const session = z.object({ id: z.string(), on: z.iso.date(), place: z.string(), title: z.string() });

/** The dates of a journey: those of its cohort, until the cohort tells others. */
export const journeyCalendar = z.object({
  startsOn: z.iso.date(),
  juryOn: z.iso.date(),
  /** Last day of a second hearing. */
  resitBy: z.iso.date(),
  sessions: z.array(session).default([]),
});

export type JourneyCalendar = z.infer<typeof journeyCalendar>;
