import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkerOptions } from '@temporalio/worker';

const inBuild = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The procedures, compiled, and the one file that the build makes of them. */
export const workflowsPath = inBuild('workflows/index.js');
export const bundlePath = inBuild('workflow-bundle.js');

/** The bundle that the build made; without one, or with modules that it does not hold, the worker bundles at its start (some seconds). */
export function workflowCode(extraModules: boolean): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> {
  return !extraModules && existsSync(bundlePath) ? { workflowBundle: { codePath: bundlePath } } : { workflowsPath };
}
