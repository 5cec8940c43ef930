import type { Story } from '../kit/case-file.js';
import type { PersonId } from '../kit/people.js';
import type { FtapInput } from './input.js';
import { stages } from './stages.js';
import { carryOut } from './steps/carry-out.r1.js';
import type { Award } from './steps/decision.r1.js';
import { fileAndAcknowledge } from './steps/filing.r1.js';
import { keepLedger } from './steps/ledger.r1.js';
import { review } from './steps/review.r1.js';
import { contestSilence, type Pending } from './steps/silence.r1.js';
import { withdrawnAsUnlawful } from './steps/withdrawal.r1.js';

/** FTAP, first revision: from the application filed to the effects of the project, or to a refusal that stands. */
export const grantReview: Story<FtapInput> = async (given, input) => {
  const ledger = keepLedger(given);
  const { file } = ledger;
  const reviewers = new Set<PersonId>();
  const pending: Pending = {};

  file.enter(stages.filed);
  const clocks = fileAndAcknowledge(file, input);

  const reviewed = await Promise.race([
    review(file, input, { clocks, reviewers, pending }),
    contestSilence(file, input, { clock: clocks.decision, reviewers, pending }),
  ]);
  if (!isAward(reviewed)) return reviewed;

  return Promise.race([carryOut(file, input, reviewed, [...reviewers]), withdrawnAsUnlawful(input, reviewed, ledger)]);
};

const isAward = (reviewed: { readonly kind: string }): reviewed is Award => reviewed.kind === 'awarded';
