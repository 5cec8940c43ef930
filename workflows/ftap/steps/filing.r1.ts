import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import { decisionPromise, implicitRejection } from '../clocks.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';

/** F1: the clock of the decision starts on the day of receipt, and the acknowledgement says what silence will mean (CRPA R112-5). */
export function fileAndAcknowledge(file: CaseFile, input: FtapInput): RunningClock {
  const profile = profileOf(input);
  const receivedOn = file.today();
  const clock = file.clock(profile.silence === 'rejection' ? implicitRejection : decisionPromise, {
    from: receivedOn,
    term: profile.decisionTerm,
  });
  const implicitDecision = profile.silence === 'rejection' ? { on: clock.lastDay(), direction: profile.silence } : undefined;
  file.produce(letters.receipt, { receivedOn, ...(implicitDecision && { implicitDecision }) });
  file.tell(applicant, 'filed');
  void clock.expiry.then(() => {
    file.tell({ role: 'programManager' }, 'decision-clock-expired');
    if (profile.silence === 'rejection') file.tell(applicant, 'implicit-rejection');
  });
  return clock;
}
