import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { employerOf, participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { beHeard, confirmStop, decideMidTerm, reportMidTerm } from '../tasks/mid-term.js';
import { askCoach } from './ask-coach.r1.js';

/** [D] */
const reviewTerm = workingDays(10);

export interface Stop {
  readonly reasons: string;
  readonly by: PersonId;
}

/** S7: go on, adapt or stop. Nobody is stopped without being heard. Returns a stop and its reasons. */
export async function reviewMidTerm(file: CaseFile, journey: Journey): Promise<Stop | undefined> {
  const { owner, template } = journey.input;
  file.enter(stages.midTerm);
  const [byCoach, byEmployer] = await Promise.all([
    askCoach(file, journey, reportMidTerm, { within: reviewTerm, onLapse: 'waive', context: { side: 'coach' } }),
    file.ask(reportMidTerm, {
      to: employerOf(journey.input),
      within: reviewTerm,
      onLapse: 'waive',
      except: [owner],
      context: { side: 'employer' },
    }),
  ]);
  const { answer } = await file.ask(decideMidTerm, {
    to: programManager,
    within: reviewTerm,
    except: [owner],
    context: {
      missed: template.milestones.filter(({ key }) => journey.results.get(key) === 'missed').map(({ label }) => label),
      reports: [byCoach, byEmployer].flatMap((one) => (one.kind === 'answered' ? [`${one.answer.progress}\n${one.answer.risks}`] : [])),
    },
  });
  if (answer.verdict === 'stop') return hearBeforeStop(file, journey, answer.reasons);
  if (answer.verdict === 'adapt') file.tell(participant, 'mid-term-adapted', { what: answer.what });
  else file.tell(participant, 'mid-term-continued');
  return undefined;
}

async function hearBeforeStop(file: CaseFile, journey: Journey, reasons: string): Promise<Stop | undefined> {
  const heard = await file.ask(beHeard, { to: participant, within: reviewTerm, onLapse: 'lapse', context: { reasons } });
  const { answer, by } = await file.ask(confirmStop, {
    to: programManager,
    within: workingDays(5),
    except: [journey.input.owner],
    context: heard.kind === 'answered' ? { observations: heard.answer.observations } : {},
  });
  if (answer.verdict === 'stop') return { reasons: answer.reasons, by };
  file.tell(participant, 'mid-term-continued');
  return undefined;
}
