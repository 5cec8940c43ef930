import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import type { FtapInput } from '../input.js';
import { stages } from '../stages.js';
import { commitCredits, signConvention } from './convention.r1.js';
import type { Award } from './decision.r1.js';
import { payInstalment } from './instalment.r1.js';

/** The award is signed, its credits committed, its first instalment paid. */
export async function carryOut(file: CaseFile, input: FtapInput, award: Award, reviewers: readonly PersonId[]): Promise<Outcome> {
  file.enter(stages.convention);
  await signConvention(file, input, award);

  file.enter(stages.commitment);
  await commitCredits(file, input, award);

  file.enter(stages.execution);
  const paidCents = await payInstalment(file, input, award, { index: 0, reviewers });
  file.measure('paid', paidCents, 'centimes');
  file.tell({ role: 'applicant' }, 'instalment-paid', { amountCents: paidCents });
  return { kind: 'firstInstalmentPaid', data: { awardedCents: award.amountCents, paidCents } };
}
