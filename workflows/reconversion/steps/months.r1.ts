import { addDays, addMonths, type CivilDate, daysBetween } from '../../calendar/civil-date.js';
import { months } from '../../calendar/term.js';
import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import { monthBegins } from '../clocks.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import type { Milestone } from '../template.js';
import { carryMilestone } from './milestones.r1.js';
import { reviewMidTerm, type Stop } from './mid-term.r1.js';

/** R4 to R6, S4 to S8: one month after the other. Resolves when every milestone is settled, with the decision when the journey is stopped. */
export async function liveMonths(file: CaseFile, journey: Journey): Promise<Stop | undefined> {
  const reviews: Promise<void>[] = [];
  for (const { milestone, begins } of planned(file, journey)) {
    if (begins) {
      await begins.expiry;
      file.enter(stages[milestone.stage]);
      const startedOn = effectiveStart(journey, milestone, begins);
      reviews.push((await carryMilestone(file, journey, milestone, startedOn)).settled);
    }
    if (!milestone.midTerm) continue;
    await Promise.all(reviews);
    const stopped = await reviewMidTerm(file, journey);
    if (stopped) return stopped;
  }
  await Promise.all(reviews);
  return undefined;
}

interface Planned {
  readonly milestone: Milestone;
  /** None for one that an earlier journey validated. */
  readonly begins?: Pick<RunningClock, 'expiry' | 'lastDay'>;
}

/** The months' first days, all counted from day one: a pause in one of them moves those that follow. */
function planned(file: CaseFile, journey: Journey): Planned[] {
  const from = eve(journey);
  return journey.input.template.milestones.map((milestone) => {
    if (journey.results.has(milestone.key)) return { milestone };
    if (milestone.from === 1) return { milestone, begins: { expiry: Promise.resolve(), lastDay: () => from } };
    return { milestone, begins: file.clock(monthBegins, { from, term: months(milestone.from - 1), reminders: [] }) };
  });
}

const eve = ({ calendar: { startsOn } }: Journey): CivilDate => addDays(startsOn, -1);

/** Day one, as much later as pauses have moved the month's first day. */
function effectiveStart(journey: Journey, { from }: Milestone, begins: Pick<RunningClock, 'lastDay'>): CivilDate {
  const meant = addMonths(eve(journey), from - 1);
  return addDays(journey.calendar.startsOn, daysBetween(meant, begins.lastDay() ?? meant));
}
