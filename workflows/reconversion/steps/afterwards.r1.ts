import { addMonths } from '../../calendar/civil-date.js';
import { days, months } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import { hostOf, participant } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { tellGrant } from './funding.r1.js';
import { answerFollowUp, recordAssignment } from '../tasks/assignment.js';

/** R8, S10: the employer assigns within a month; then the participant is asked how it went on, at each of the template's months. */
export async function assignAndFollow(file: CaseFile, journey: Journey): Promise<Outcome> {
  const endedOn = file.today();
  file.enter(stages.assignment);
  const { answer } = await file.ask(recordAssignment, { to: hostOf(journey.input), within: months(1), except: [journey.input.owner] });
  let isAssigned = answer.result === 'assigned';
  journey.measure(file, 'assigned', isAssigned ? 1 : 0);
  tellGrant(file, journey, { what: 'assigned', inPost: isAssigned });
  file.enter(stages.followUp);
  for (const after of journey.input.template.followUpMonths) {
    const day = addMonths(endedOn, after);
    if (day > file.today()) await file.wait(day, 'follow-up');
    const reply = await file.ask(answerFollowUp, { to: participant, within: days(30), onLapse: 'lapse', context: { months: after } });
    if (reply.kind === 'lapsed') continue;
    isAssigned = reply.answer.situation === 'inPost';
    journey.measure(file, `followUp/m${after}`, isAssigned ? 1 : 0);
    tellGrant(file, journey, { what: 'followUp', months: after, inPost: isAssigned });
  }
  file.tell(participant, 'journey-closed');
  return { kind: isAssigned ? 'assigned' : 'withoutPost' };
}
