import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import { decisionPromise, deemedAdmissible, implicitRejection } from '../clocks.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';

/** The terms that run from the day of receipt. */
export interface Clocks {
  readonly decision: RunningClock;
  /** Only where a text deems a request admissible. */
  readonly admissibility?: RunningClock;
}

/** F1: the clocks start on the day of receipt, and the acknowledgement says what silence will mean (CRPA R112-5). */
export function fileAndAcknowledge(file: CaseFile, input: FtapInput): Clocks {
  const { silence, decisionTerm, decisionExtensions, admissibilityTerm, acknowledgement } = profileOf(input);
  const receivedOn = file.today();
  const decision = file.clock(silence === 'rejection' ? implicitRejection : decisionPromise, {
    from: receivedOn,
    term: decisionTerm,
    maxExtensions: decisionExtensions,
  });
  const admissibility = admissibilityTerm && file.clock(deemedAdmissible, { from: receivedOn, term: admissibilityTerm });
  file.produce(letters.receipt, {
    receivedOn,
    regime: acknowledgement,
    ...(silence === 'rejection' && { implicitDecision: { on: decision.lastDay(), direction: silence, basis: decisionTerm.basis } }),
    ...(admissibility && { deemedAdmissibleOn: admissibility.lastDay() }),
  });
  file.tell(applicant, 'filed');
  return { decision, ...(admissibility && { admissibility }) };
}
