// Workflows of the kit's own tests: every procedure of the product, and the trial procedure.
import { durable } from '../../workflows/kit/durable.js';
import type { Procedure } from '../../workflows/kit/procedure.js';
import { trial } from '../builders/trial-procedure.js';

export * from '../../workflows/index.js';

const trialWorkflow = durable([trial as unknown as Procedure]);
export { trialWorkflow as trial };
