import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { addDays } from '../../workflows/calendar/civil-date.js';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { nextMorning } from '../../workflows/kit/every-morning.js';
import { quietRuntime } from '../setup/recorded-cases.js';
import { timeSkipping } from '../setup/temporal.js';

it.each([
  ['2026-05-13T06:30:00Z', '2026-05-13T07:00:00Z', 'before nine in summer'],
  ['2026-05-13T07:00:00Z', '2026-05-14T07:00:00Z', 'at nine'],
  ['2026-10-24T08:00:00Z', '2026-10-25T08:00:00Z', 'over the end of summer time'],
])('after %s the next morning is %s (%s)', (now, next) => {
  expect(nextMorning(Date.parse(now))).toBe(Date.parse(next));
});

describe('what is done every morning', () => {
  let env: TestWorkflowEnvironment;
  let workflowBundle: WorkflowBundleWithSourceMap;
  beforeAll(async () => {
    quietRuntime();
    env = await timeSkipping();
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: require.resolve('../../workflows/index.ts'),
      logger: new DefaultLogger('ERROR'),
    });
  }, 60_000);
  afterAll(() => env.teardown());

  it('is done at the start and once a day, through failures, by one workflow however often it is started', async () => {
    const days: string[] = [];
    let failures = 2;
    const remindDrafts = (today: string) => {
      if (failures-- > 0) return Promise.reject(new Error('the database is away'));
      days.push(today);
      return Promise.resolve();
    };
    const start = () =>
      env.client.workflow.start('draftReminders', {
        workflowId: 'draft-reminders',
        taskQueue: 'mornings',
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
    const from = civilDateAt(await env.currentTimeMs());
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'mornings',
      workflowBundle,
      activities: { remindDrafts },
    });
    await worker.runUntil(async () => {
      const handle = await start();
      await env.sleep('36 hours');
      await start();
      await env.sleep('60 hours');
      await handle.terminate('end of the test');
    });
    // Started before nine, it is done twice on the first day, which does nothing more.
    expect([...new Set(days)].slice(0, 4)).toEqual([0, 1, 2, 3].map((later) => addDays(from, later)));
    expect(days.length - new Set(days).size).toBeLessThanOrEqual(1);
  }, 60_000);
});
