import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * A Temporal server whose clock jumps to the next timer: half a year passes in half a second. One clock for the whole
 * server, so one environment a spec; `teardown` it in `afterAll`.
 */
export function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = process.env.TEMPORAL_TEST_SERVER;
  if (!path) throw new Error('TEMPORAL_TEST_SERVER is not set: run this spec by "npm test -- <path>"');
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
}

/**
 * The real development server, whose clock is the machine's: for what the time-skipping one does not do as the real one does.
 * `settings` are of its dynamic configuration.
 */
export function realTime(...settings: readonly string[]): Promise<TestWorkflowEnvironment> {
  const path = process.env.TEMPORAL_CLI;
  if (!path) throw new Error('TEMPORAL_CLI is not set: run this spec by "npm test -- <path>"');
  const extraArgs = settings.flatMap((value) => ['--dynamic-config-value', value]);
  return TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'existing-path', path }, extraArgs } });
}
