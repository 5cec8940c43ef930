import { ftapR1 } from '../../../workflows/ftap/ftap.r1.js';
import { grantReview } from '../../../workflows/ftap/grant-review.r1.js';
import type { FtapInput } from '../../../workflows/ftap/input.js';
import { stages } from '../../../workflows/ftap/stages.js';
import type { Procedure } from '../../../workflows/kit/procedure.js';
import { endorseProposal } from './endorsement.js';
import { underNewRules } from './new-rules.js';

/** FTAP, a second revision that never was in force: the first one's story under two new rules, for cases without a decision. */
export const ftapR2: Procedure<FtapInput> = {
  ...ftapR1,
  revision: 'r2',
  inForceFrom: '2027-01-01',
  story: (file, input) => grantReview(underNewRules(file), input),
  tasks: [...ftapR1.tasks, endorseProposal],
  takesOver: [stages.filed, stages.completeness, stages.awaitingPieces, stages.instruction, stages.committee, stages.decision].map(
    ({ id }) => id,
  ),
};
