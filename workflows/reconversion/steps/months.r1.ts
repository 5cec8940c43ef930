import type { CaseFile } from '../../kit/case-file.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { carryMilestone } from './milestones.r1.js';
import { reviewMidTerm, type Stop } from './mid-term.r1.js';

/** R4 to R6, S4 to S8: one month after the other. Resolves when every milestone is settled, with the decision when the journey is stopped. */
export async function liveMonths(file: CaseFile, journey: Journey): Promise<Stop | undefined> {
  const reviews: Promise<void>[] = [];
  for (const milestone of journey.input.template.milestones) {
    if (!journey.results.has(milestone.key)) {
      const beginsOn = journey.monthOf(milestone);
      if (beginsOn > file.today()) await file.wait(beginsOn, 'next-month');
      file.enter(stages[milestone.stage]);
      reviews.push((await carryMilestone(file, journey, milestone)).settled);
    }
    if (!milestone.midTerm) continue;
    await Promise.all(reviews);
    const stopped = await reviewMidTerm(file, journey);
    if (stopped !== undefined) return stopped;
  }
  await Promise.all(reviews);
  return undefined;
}
