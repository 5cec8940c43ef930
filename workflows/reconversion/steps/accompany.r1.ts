import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { noSign } from '../clocks.js';
import { participant } from '../input.js';
import type { Journey } from '../journey.js';
import { arrivalOf } from '../signal.js';
import { coachMeeting, logWritten, reachOut } from '../tasks/support.js';
import { askCoach } from './ask-coach.r1.js';

/** Between two meetings with the coach, and without a sign of the participant [D]. */
const tenWorkingDays = workingDays(10);
/** From the message to the participant to the coach's step, and from there to the program manager [D]. */
const patience = workingDays(5);

/** What goes on beside the months, until the journey ends: the log, the meetings, an eye on silence. None of them resolves. */
export function accompany(file: CaseFile, journey: Journey): void {
  void keepLog(file, journey);
  void meet(file, journey);
  void watchSilence(file, journey);
}

async function keepLog(file: CaseFile, journey: Journey): Promise<never> {
  for (;;) {
    await file.expect(logWritten, { from: participant, optional: true });
    journey.sign.give();
  }
}

async function meet(file: CaseFile, journey: Journey): Promise<never> {
  for (;;) {
    const reply = await askCoach(file, journey, coachMeeting, { within: tenWorkingDays, reminders: [{ before: 2, unit: 'workingDays' }] });
    if (reply.kind === 'answered' && reply.answer.held === 'yes') journey.sign.give();
  }
}

/**
 * Ten working days without a sign: a message to the participant; five later the coach is asked to take the first step; five later the
 * program manager is told. Any sign closes it by itself.
 */
async function watchSilence(file: CaseFile, journey: Journey): Promise<never> {
  for (;;) {
    const silentSince = file.today();
    const sign = journey.sign.next;
    const heard = arrivalOf(sign);
    const clock = file.clock(noSign, { from: silentSince, term: tenWorkingDays, reminders: [] });
    await Promise.race([clock.expiry, sign]);
    clock.end();
    if (heard()) continue;
    file.tell(participant, 'nudge');
    await file.wait(patience, 'after-nudge', { until: sign });
    if (heard()) continue;
    await askCoach(file, journey, reachOut, { within: patience, context: { silentSince }, until: sign });
  }
}
