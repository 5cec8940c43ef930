import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { civilDateAt } from '../../workflows/calendar/paris-time.js';
import { cohortState } from '../../workflows/cohort/state.js';
import type { Entry } from '../../workflows/kit/journal.js';
import type { Role } from '../../workflows/kit/people.js';
import { aCohort, aParticipant } from '../builders/cohort.js';
import { recordedCases, type RecordedCases } from '../setup/recorded-cases.js';
import { realTime } from '../setup/temporal.js';

let env: TestWorkflowEnvironment;
let cases: RecordedCases;

beforeAll(async () => {
  // The time-skipping server stands still when a child outlives the run of its parent that started it.
  cases = await recordedCases(realTime);
  ({ env } = cases);
}, 60_000);

afterAll(() => cases.close());

const journal = (ref: string): readonly Entry[] => cases.journals.get(ref) ?? [];

/** Somebody's act on a case, whichever of its runs goes on now. */
async function act(ref: string, role: Role, id: string, data: object) {
  const receivedAt = Date.now();
  const kind = id.endsWith('-1') ? ({ kind: 'answer', id, answer: data } as const) : ({ kind: 'happen', id, data } as const);
  await cases.act(env.client.workflow.getHandle(ref), { key: randomUUID(), by: `${role}-1`, roles: [role], receivedAt, act: kind });
}

/** Until the case's journal says so: what a child signals is written after a moment. */
async function until(ref: string, holds: (entries: readonly Entry[]) => boolean): Promise<void> {
  while (!holds(journal(ref))) await new Promise((resolve) => setTimeout(resolve, 20));
}

const closed = (entries: readonly Entry[]) => entries.filter(({ type }) => type === 'childClosed').length;

test('a parent that continues as new keeps its children: they live on, and each says how it ended', async () => {
  const ref = `COHORTE-${randomUUID().slice(0, 8)}`;
  const input = aCohort(civilDateAt(Date.now()), { journey: { id: 'stand-in', revision: 'r1' } });
  const start = { procedure: 'cohort', revision: 'r1', ref, input, by: 'manager-1', historyLimit: 60 };
  const handle = (await cases.open(start)) as WorkflowHandle & { firstExecutionRunId: string };
  for (const n of [1, 2, 3]) await act(ref, 'participant', 'application-received', { owner: aParticipant(n), application: {} });
  for (const n of [1, 2, 3]) await act(ref, 'programManager', 'seat-asked', { ref: `${ref}-${n}` });
  for (let n = 0; n < 6; n++) await act(ref, 'programManager', 'member-left', { ref: 'NOBODY' });
  expect((await env.client.workflow.getHandle(ref).describe()).runId).not.toBe(handle.firstExecutionRunId);

  for (const n of [1, 2, 3]) {
    expect(journal(`${ref}-${n}`)[0]).toMatchObject({ type: 'opened', parent: ref, input: { owner: aParticipant(n), cohort: ref } });
    expect((await env.client.workflow.getHandle(`${ref}-${n}`).describe()).status.name).toBe('RUNNING');
  }
  await act(`${ref}-2`, 'programManager', 'select-1', { verdict: 'refuse' });
  expect(await env.client.workflow.getHandle(`${ref}-2`).result()).toEqual({ kind: 'refused' });
  await until(ref, (entries) => closed(entries) === 1);
  expect(cohortState(journal(ref)).register.members.map(({ state }) => state)).toEqual(['seated', 'ended', 'seated']);

  for (const n of [1, 3]) await act(`${ref}-${n}`, 'programManager', 'select-1', { verdict: 'refuse' });
  await until(ref, (entries) => closed(entries) === 3);
  expect(cohortState(journal(ref)).register.members.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended']);
  expect(journal(ref).map(({ seq }) => seq)).toEqual(journal(ref).map((_, index) => index + 1));
});
