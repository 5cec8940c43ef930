import { z } from 'zod';

/** A count of people; `null` under ten, where somebody could be recognised [D]. */
const cell = z.number().int().min(0).nullable();
const year = z.number().int().min(2024).max(2100);
const sourced = { source: z.string(), asOf: z.iso.date() };

const trade = z.object({
  label: z.string(),
  hiresPerYear: z.number().int().min(0),
  /** The source says « about ». */
  approximate: z.boolean(),
  completed: cell,
});

/** What became of the journeys of some years: counts, money and sources, frozen on the day on which the review opens. No one's own fate. */
export const reviewFigures = z.object({
  asOf: z.iso.date(),
  from: year,
  to: year,
  cohorts: z.number().int().min(0),
  started: cell,
  completed: cell,
  /** Left on the way, stopped, or not passed. */
  endedOtherwise: cell,
  running: cell,
  /** Of those completed. */
  inPost: cell,
  aim: z.object({ min: z.number().int(), max: z.number().int(), ...sourced }),
  trades: z.array(trade),
  needs: z.object(sourced),
  funded: z.object({ started: cell, perYear: z.number().int().min(0) }),
  costs: z.object({
    /** Grants that pay for these journeys. */
    grants: z.number().int().min(0),
    /** What they were paid, less what came back; they may have paid for more than journeys. */
    paidCents: z.number().int(),
    /** For each journey that they pay for; left out where that count is hidden. */
    perJourneyCents: z.number().int().optional(),
  }),
});

export type ReviewFigures = z.infer<typeof reviewFigures>;
export type Cell = ReviewFigures['started'];
