import type { CaseFile, RunningClock, Story } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import { fileAndAcknowledge } from './steps/filing.r1.js';
import { becomesComplete } from './steps/completeness.r1.js';
import { instruct } from './steps/instruction.r1.js';
import { hearCommittee } from './steps/committee.r1.js';
import { decideAndNotify, type Award } from './steps/decision.r1.js';
import { signConvention } from './steps/convention.r1.js';
import { payInstalment } from './steps/instalment.r1.js';
import type { FtapInput } from './input.js';
import { stages } from './stages.js';
import { recordCommitment } from './tasks/convention.js';
import { workingDays } from '../calendar/term.js';

/** FTAP, first revision: from the application filed to the first instalment paid. */
export const grantReview: Story<FtapInput> = async (file, input) => {
  file.enter(stages.filed);
  const decisionClock = fileAndAcknowledge(file, input);

  file.enter(stages.completeness);
  const completeness = await becomesComplete(file, input, decisionClock);
  if (completeness.kind !== 'complete') return stopped(file, decisionClock, completeness);

  file.enter(stages.instruction);
  const study = await instruct(file, input);

  file.enter(stages.committee);
  const proposal = await hearCommittee(file, input, study);

  file.enter(stages.decision);
  const decision = await decideAndNotify(file, input, { proposal, notBy: study.reviewers });
  decisionClock.end();
  if (decision.kind === 'refused') return decision;

  return carryOut(file, input, decision);
};

/** The award is signed, its credits committed, its first instalment paid. */
async function carryOut(file: CaseFile, input: FtapInput, award: Award): Promise<Outcome> {
  file.enter(stages.convention);
  await signConvention(file, input, award);

  file.enter(stages.commitment);
  await file.ask(recordCommitment, { to: { role: 'budgetOfficer' }, within: workingDays(5), context: { amountCents: award.amountCents } });
  file.measure('committed', award.amountCents, 'centimes');

  file.enter(stages.instalment);
  const paidCents = await payInstalment(file, input, award, 0);
  file.measure('paid', paidCents, 'centimes');
  file.tell({ role: 'applicant' }, 'instalment-paid', { amountCents: paidCents });
  return { kind: 'firstInstalmentPaid', data: { awardedCents: award.amountCents, paidCents } };
}

function stopped(file: CaseFile, decisionClock: RunningClock, outcome: Outcome): Outcome {
  decisionClock.end();
  file.tell({ role: 'applicant' }, outcome.kind === 'inadmissible' ? 'inadmissible' : 'no-further-action', { reason: outcome.reason });
  return outcome;
}
