import type { CaseFile, RunningClock } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import type { FtapInput } from '../input.js';
import { stages } from '../stages.js';
import { contest } from './appeal.r1.js';
import { hearCommittee, type Proposal } from './committee.r1.js';
import { becomesComplete } from './completeness.r1.js';
import { decideAndNotify, type Award } from './decision.r1.js';
import type { Clocks } from './filing.r1.js';
import { instruct, type Study } from './instruction.r1.js';
import { refuseAsInadmissible } from './notice.r1.js';
import type { Pending } from './silence.r1.js';

interface Reviewing {
  readonly clocks: Clocks;
  /** Everybody who instructs the case; grows as they answer. */
  readonly reviewers: Set<PersonId>;
  readonly pending: Pending;
}

/** F2 to F5: from the check to an award, or to a refusal that stands. */
export async function review(file: CaseFile, input: FtapInput, { clocks, reviewers, pending }: Reviewing): Promise<Award | Outcome> {
  file.enter(stages.completeness);
  let clock: RunningClock | undefined = clocks.decision;
  const completeness = await becomesComplete(file, input, clocks, reviewers);
  if (completeness.kind !== 'complete') {
    const { kind, reason, by } = completeness;
    if (kind === 'noFurtherAction') return takeNoAction(file, reason);
    refuseAsInadmissible(file, input, reason, by);
    const annulled = await contest(file, input, { against: 'inadmissibility', notBy: reviewers }, inherited(pending));
    if (annulled === undefined) return { kind, reason };
    // The request is before the service again; no text makes its silence decide a second time.
    clock = undefined;
  }
  return studyAndDecide(file, input, { clock, reviewers, pending });
}

/** F3 to F5, again from where the authority or an appeal sends the case back to. */
async function studyAndDecide(
  file: CaseFile,
  input: FtapInput,
  { reviewers, pending, ...given }: Pick<Reviewing, 'reviewers' | 'pending'> & { clock: RunningClock | undefined },
): Promise<Award | Outcome> {
  let { clock } = given;
  let annulled: string | undefined;
  let study = await studied(file, input, reviewers);
  let proposal = await heard(file, input, study);
  for (;;) {
    const decision = await decideAndNotify(file, input, { proposal, reviewers, clock, annulled });
    if (decision.kind === 'awarded') return decision;
    if (decision.kind === 'sentBack') {
      if (decision.to === 'instruction') study = await studied(file, input, reviewers);
      proposal = await heard(file, input, study);
      continue;
    }
    annulled = await contest(file, input, { against: 'refusal', notBy: reviewers }, inherited(pending));
    if (annulled === undefined) return decision;
    clock = undefined;
  }
}

function studied(file: CaseFile, input: FtapInput, reviewers: Set<PersonId>): Promise<Study> {
  file.enter(stages.instruction);
  return instruct(file, input, reviewers);
}

function heard(file: CaseFile, input: FtapInput, study: Study): Promise<Proposal> {
  file.enter(stages.committee);
  return hearCommittee(file, input, study);
}

/** An appeal against the silence of the authority goes on against what it then decides. */
function inherited(pending: Pending) {
  const { appeal } = pending;
  delete pending.appeal;
  return appeal;
}

function takeNoAction(file: CaseFile, reason: string): Outcome {
  file.clear();
  file.tell({ role: 'applicant' }, 'no-further-action', { reason });
  return { kind: 'noFurtherAction', reason };
}
