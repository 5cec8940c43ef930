import { z } from 'zod';
import { trades, type TradeKey } from './trades.js';

const item = { key: z.string().regex(/^[a-z][A-Za-z0-9]*$/), label: z.string().min(1) };

/** A competence that a track asks for before day one. */
const prerequisite = z.object(item);

const track = z.object({ ...item, prerequisites: z.array(prerequisite).default([]) });

/** Stages of the months, as a milestone names them; each procedure declares its own. */
export const monthStages = ['month1', 'month2', 'month3', 'mission'] as const;

const milestone = z
  .object({
    ...item,
    stage: z.enum(monthStages),
    /** The first and the last month of the journey that it belongs to; its last day ends `month`. */
    from: z.number().int().min(1).max(6),
    month: z.number().int().min(1).max(6),
    /** What is handed in. */
    deliverable: z.string().min(1),
    /** Who validates it; the sponsor of a mission is on the employer's side. */
    validatedBy: z.enum(['coach', 'sponsor']),
    /** The mid-term review follows. */
    midTerm: z.boolean().default(false),
  })
  .refine(({ from, month }) => from <= month, 'Le premier mois précède le dernier.');

/** What makes one journey different from another: data, frozen in the input of each case. */
export const journeyTemplate = z.object({
  label: z.string().min(1),
  trade: z.enum(Object.keys(trades) as [TradeKey, ...TradeKey[]]),
  months: z.union([z.literal(3), z.literal(6)]),
  /** None: one way for all, and what is asked beforehand only sets the pace. */
  tracks: z.array(track).default([]),
  /** Until the end of this week a participant may change track. */
  switchUntilWeek: z.number().int().min(1).max(26).default(5),
  milestones: z.array(milestone).min(1),
  /** What the jury reads. */
  thesis: z.string().min(1),
  /** Months after the result at which the participant is asked how it went on. */
  followUpMonths: z.array(z.number().int().min(1).max(24)).min(1).default([3, 6]),
});

export type JourneyTemplate = z.infer<typeof journeyTemplate>;
export type Track = JourneyTemplate['tracks'][number];
export type Milestone = JourneyTemplate['milestones'][number];
