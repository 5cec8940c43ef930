import type { CivilDate } from '../../calendar/civil-date.js';
import { months, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, Lapsed } from '../../kit/case-file.js';
import { hostOf, participant } from '../input.js';
import type { Journey } from '../journey.js';
import type { Milestone } from '../template.js';
import { handInMilestone, reviewMilestone, type HandedIn, type Review, type ReviewContext } from '../tasks/milestone.js';
import { askCoach } from './ask-coach.r1.js';

const reviewTerm = workingDays(5);
/** To take a milestone up again [D]. */
const againTerm = workingDays(10);

/** Handed in by the end of its month. `settled` is the review, which goes on beside the next month. */
export async function carryMilestone(
  file: CaseFile,
  journey: Journey,
  milestone: Milestone,
  startedOn: CivilDate,
): Promise<{ readonly settled: Promise<void> }> {
  const first = await file.ask(handInMilestone, {
    to: participant,
    within: months(milestone.month),
    countedFrom: startedOn,
    onLapse: 'lapse',
    context: about(milestone, 1),
  });
  return { settled: settle(file, journey, milestone, first) };
}

const about = ({ key, label, deliverable }: Milestone, attempt: number) => ({ milestone: key, label, deliverable, attempt });

/** Validated, to be taken up again once, or missed; the journey goes on in every case. */
async function settle(file: CaseFile, journey: Journey, milestone: Milestone, first: Answered<HandedIn> | Lapsed): Promise<void> {
  let handed = first;
  for (let attempt = 1; ; attempt++) {
    if (handed.kind === 'answered') journey.sign.give();
    const review = await reviewed(file, journey, milestone, {
      ...about(milestone, attempt),
      handedIn: handed.kind === 'answered',
      ...(handed.kind === 'answered' && { statement: handed.answer.statement }),
      mayRetry: attempt === 1,
    });
    const { verdict, feedback } = review;
    if (verdict !== 'again') {
      journey.results.set(milestone.key, verdict === 'validate' ? 'validated' : 'missed');
      journey.measure(file, `milestone/${milestone.key}`, verdict === 'validate' ? 1 : 0, 'jalons');
      file.tell(participant, verdict === 'validate' ? 'milestone-validated' : 'milestone-missed', { label: milestone.label, feedback });
      return;
    }
    file.tell(participant, 'milestone-again', { label: milestone.label, feedback });
    handed = await file.ask(handInMilestone, {
      to: participant,
      within: againTerm,
      onLapse: 'lapse',
      context: { ...about(milestone, attempt + 1), asked: feedback },
    });
  }
}

/** By the coach, or by the sponsor of a mission on the host's side. */
async function reviewed(file: CaseFile, journey: Journey, { validatedBy }: Milestone, context: ReviewContext): Promise<Review> {
  if (validatedBy === 'sponsor') {
    const { owner } = journey.input;
    return (await file.ask(reviewMilestone, { to: hostOf(journey.input), within: reviewTerm, context, except: [owner] })).answer;
  }
  const reply = await askCoach(file, journey, reviewMilestone, { within: reviewTerm, context });
  return reply.kind === 'answered' ? reply.answer : new Promise<never>(() => undefined);
}
