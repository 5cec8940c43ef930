// Workflows of the kit's own tests: every procedure of the product, the grant with a second revision, the trial procedure, and a journey of no length.
import { catalogue } from '../../workflows/catalogue.js';
import { durable } from '../../workflows/kit/durable.js';
import type { Procedure } from '../../workflows/kit/procedure.js';
import { ftapR2 } from '../builders/ftap-r2/ftap.r2.js';
import { standInJourney } from '../builders/stand-in-journey.js';
import { trial } from '../builders/trial-procedure.js';

export * from '../../workflows/index.js';

// In the place of the product's own.
const ftapWorkflow = durable([...catalogue.filter(({ id }) => id === 'ftap'), ftapR2 as unknown as Procedure]);
const trialWorkflow = durable([trial as unknown as Procedure]);
const standInWorkflow = durable([standInJourney as unknown as Procedure]);
export { ftapWorkflow as ftap, trialWorkflow as trial, standInWorkflow as 'stand-in' };
