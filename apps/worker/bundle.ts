import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundlePath, workflowsPath } from './workflow-code.js';

// Bundled ahead, so that a worker starts at once and every worker of a release runs the same code.
const { code } = await bundleWorkflowCode({ workflowsPath });
await writeFile(bundlePath, code);
