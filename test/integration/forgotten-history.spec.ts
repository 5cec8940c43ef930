import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { forgetHistory } from '#activities/journal/forget-history.js';
import { realTime } from '../setup/temporal.js';

let engine: TestWorkflowEnvironment;
beforeAll(async () => {
  // A run is deleted once the engine has noted that its end was dealt with: every half minute, unless it is told otherwise.
  engine = await realTime(...['transfer', 'visibility'].map((queue) => `history.${queue}ProcessorUpdateAckInterval="1s"`));
}, 60_000);
afterAll(() => engine.teardown());

const forget = (id: string) => forgetHistory(() => Promise.resolve(engine.connection.workflowService), engine.namespace ?? 'default')(id);

/** As the morning's activity does: asks again, until there is nothing left. */
async function forgotten(id: string): Promise<boolean> {
  for (let look = 0; look < 100; look++) {
    if (await forget(id)) return true;
    await setTimeout(100);
  }
  return false;
}

/** Nobody works on it: its history is what it was started with. */
async function endedRun(workflowId: string): Promise<void> {
  const handle = await engine.client.workflow.start('nobody', { workflowId, taskQueue: 'nobody', args: ['marker'] });
  await handle.terminate('over');
}

test('every run of a case is deleted from the engine, and of no other', async () => {
  const [ref, other] = [`FTAP-${randomUUID()}`, `FTAP-${randomUUID()}`];
  await endedRun(ref);
  await endedRun(ref);
  await endedRun(other);
  const count = async (id: string) => (await engine.client.workflow.count(`WorkflowId = '${id}'`)).count;
  for (let look = 0; look < 100 && (await count(ref)) < 2; look++) await setTimeout(100);
  expect(await count(ref)).toBe(2);
  expect(await forget(ref)).toBe(false);
  expect(await forgotten(ref)).toBe(true);
  await expect(engine.client.workflow.getHandle(ref).describe()).rejects.toThrow(/not found/i);
  expect((await engine.client.workflow.getHandle(other).describe()).workflowId).toBe(other);
}, 60_000);

test('a case that the engine does not know is forgotten', async () => {
  expect(await forget(`FTAP-${randomUUID()}`)).toBe(true);
});
