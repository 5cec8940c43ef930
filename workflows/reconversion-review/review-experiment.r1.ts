import type { Story } from '../kit/case-file.js';
import { coachOf, direction, hostOf, programManager, type ReviewInput } from './input.js';
import { decideByTwo, propose } from './steps/decision.r1.js';
import { hearAll } from './steps/contributions.r1.js';

/** The end of the trial: figures are frozen, all sides are heard, one proposes, two decide, everybody concerned is told. */
export const reviewExperiment: Story<ReviewInput> = async (file, input) => {
  const contributions = await hearAll(file, input);
  const proposed = await propose(file, contributions);
  const { verdict, reasons } = await decideByTwo(file, input, { contributions, proposed });
  for (const to of [programManager, direction, coachOf(input), hostOf(input)]) file.tell(to, 'review-decided', { verdict });
  return { kind: verdict, reason: reasons };
};
