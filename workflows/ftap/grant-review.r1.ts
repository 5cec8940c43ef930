import type { CaseFile, RunningClock, Story } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import { fileAndAcknowledge } from './steps/filing.r1.js';
import { becomesComplete, type Completeness } from './steps/completeness.r1.js';
import { instruct } from './steps/instruction.r1.js';
import { hearCommittee } from './steps/committee.r1.js';
import { decideAndNotify, refuseAsInadmissible } from './steps/decision.r1.js';
import { carryOut } from './steps/carry-out.r1.js';
import type { FtapInput } from './input.js';
import { stages } from './stages.js';

/** FTAP, first revision: from the application filed to the first instalment paid. */
export const grantReview: Story<FtapInput> = async (file, input) => {
  file.enter(stages.filed);
  const decisionClock = fileAndAcknowledge(file, input);

  file.enter(stages.completeness);
  const completeness = await becomesComplete(file, input, decisionClock);
  if (completeness.kind !== 'complete') return stopped(file, input, decisionClock, completeness);

  file.enter(stages.instruction);
  const study = await instruct(file, input);

  file.enter(stages.committee);
  const proposal = await hearCommittee(file, input, study);

  file.enter(stages.decision);
  const reviewers = [...new Set([...completeness.reviewers, ...study.reviewers])];
  const decision = await decideAndNotify(file, input, { proposal, notBy: [input.owner, ...reviewers], decisionClock });
  decisionClock.end();
  if (decision.kind === 'refused') return decision;

  return carryOut(file, input, decision, reviewers);
};

/** The application goes no further: refused as inadmissible, or left without action. */
function stopped(
  file: CaseFile,
  input: FtapInput,
  decisionClock: RunningClock,
  { kind, reason, by }: Exclude<Completeness, { kind: 'complete' }>,
): Outcome {
  decisionClock.end();
  if (kind === 'inadmissible') refuseAsInadmissible(file, input, reason, by);
  file.tell({ role: 'applicant' }, kind === 'inadmissible' ? 'inadmissible' : 'no-further-action', { reason });
  return { kind, reason };
}
