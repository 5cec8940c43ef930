import { workingDays } from '../../calendar/term.js';
import type { CaseFile, Happened } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { employerOf, participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { exitInterview, journeyLeft, type Leaving } from '../tasks/leaving.js';
import { askCoach } from './ask-coach.r1.js';
import { tellGrant } from './funding.r1.js';
import { endLearning } from './listen.r1.js';
import { certify } from './result.r1.js';
import type { Stop } from './mid-term.r1.js';

/** The participant may end the journey at any time, or the program manager with them. */
export const offerLeaving = (file: CaseFile): Promise<Happened<Leaving>> =>
  Promise.race([participant, programManager].map((from) => file.expect(journeyLeft, { from, optional: true })));

/** An exit interview within ten working days; the employer learns the last day, nothing else. The seat is free at once. */
export async function leave(file: CaseFile, journey: Journey, { data: { endsOn }, by }: Happened<Leaving>): Promise<Outcome> {
  freeSeat(file, journey, by);
  file.enter(stages.leaving);
  file.tell(participant, 'journey-left', { endsOn });
  file.tell(employerOf(journey.input), 'journey-ends', { endsOn });
  await askCoach(file, journey, exitInterview, { within: workingDays(10), context: { endsOn } });
  return endEarly(file, journey, 'droppedOut');
}

/** After the mid-term review, and once the participant was heard. */
export function stop(file: CaseFile, journey: Journey, { reasons, by }: Stop): Outcome {
  freeSeat(file, journey, by);
  const endsOn = file.today();
  file.tell(participant, 'journey-stopped', { endsOn, reasons });
  file.tell(employerOf(journey.input), 'journey-ends', { endsOn });
  return endEarly(file, journey, 'stopped');
}

function freeSeat(file: CaseFile, journey: Journey, by: PersonId): void {
  journey.isOver = true;
  endLearning(file, journey);
  file.inform(journey.input.cohort, 'member-left', { ref: file.ref }, by);
}

function endEarly(file: CaseFile, journey: Journey, kind: 'droppedOut' | 'stopped'): Outcome {
  certify(file, journey, 'attended');
  journey.measure(file, 'completed', 0);
  tellGrant(file, journey, { what: 'left' });
  return { kind, data: { validated: journey.validated, endedOn: file.today() } };
}
