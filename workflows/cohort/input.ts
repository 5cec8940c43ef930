import { z } from 'zod';
import { cohortPlan } from './plan.js';

/** What a cohort opens with. `journey` is the procedure that its members follow; `template` is handed to each of them as it is. */
export const cohortInput = z.object({
  title: z.string().min(1).max(200),
  /** Who opened it, and watches over it. */
  manager: z.string(),
  journey: z.object({ id: z.string(), revision: z.string() }),
  template: z.record(z.string(), z.unknown()).default({}),
  applicationsUntil: z.iso.date(),
  seats: z.number().int().min(1).max(200),
  /** The year whose aim of agents this cohort counts for. */
  quotaYear: z.number().int().min(2024).max(2100),
  /** The grant that pays for its members' journeys, unless another is named for one of them. */
  fundedBy: z.string().max(60).optional(),
  plan: cohortPlan,
  zone: z.enum(['metropole', 'alsace-moselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte']).default('metropole'),
});

export type CohortInput = z.infer<typeof cohortInput>;
