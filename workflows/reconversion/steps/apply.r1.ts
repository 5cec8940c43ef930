import { months } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import { employerOf, participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { giveAgreement } from '../tasks/agreement.js';

/** The employer answers within two months. Silence of the administration towards its agent is a rejection (CRPA L231-4, 5°). */
const agreementTerm = months(2, { clock: 'legal', basis: 'décret n° 2007-1470' });

/** R0 and R1: a plain notice, because CRPA L112-2 asks for no acknowledgement between an administration and its agents. */
export async function applyAndAgree(file: CaseFile, journey: Journey): Promise<Outcome | undefined> {
  const { input, calendar } = journey;
  const { template } = input;
  file.enter(stages.application);
  file.tell(participant, 'filed');
  file.enter(stages.agreement);
  const reply = await file.ask(giveAgreement, {
    to: employerOf(input),
    within: agreementTerm,
    reminders: [{ share: 0.5 }, { before: 10, unit: 'workingDays' }, { before: 1, unit: 'workingDays' }],
    onLapse: 'lapse',
    except: [input.owner],
    context: { journey: template.label, startsOn: calendar.startsOn, months: template.months },
  });
  if (reply.kind === 'lapsed') {
    file.tell(participant, 'employer-silent', { on: reply.on });
    file.tell(programManager, 'employer-silent', { on: reply.on });
    return { kind: 'employerSilent' };
  }
  const { answer } = reply;
  if (answer.verdict === 'agree') {
    file.tell(participant, 'employer-agreed');
    return undefined;
  }
  const { reasons } = answer;
  file.tell(participant, answer.verdict === 'refuse' ? 'employer-refused' : 'employer-postponed', { reasons });
  return { kind: answer.verdict === 'refuse' ? 'refusedByEmployer' : 'postponed', reason: reasons };
}
