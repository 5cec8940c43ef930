import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import type { Entry, EntryType } from '../../workflows/kit/journal.js';
import type { Act, CaseStart } from '../../workflows/kit/messages.js';
import type { Role } from '../../workflows/kit/people.js';
import { recordedCases, type RecordedCases } from '../setup/recorded-cases.js';

const day = 24 * 3_600_000;
let env: TestWorkflowEnvironment;
let cases: RecordedCases;
let n = 0;

beforeAll(async () => {
  cases = await recordedCases();
  ({ env } = cases);
}, 60_000);

afterAll(() => cases.close());

async function open(change: Partial<CaseStart> = {}): Promise<WorkflowHandle> {
  const ref = `CASE-${++n}`;
  return cases.open({ procedure: 'trial', revision: 'r1', ref, input: { owner: 'applicant-1', experts: 0 }, by: 'applicant-1', ...change });
}

async function act(handle: WorkflowHandle, by: string, role: Role, what: Act, key: string = randomUUID()): Promise<number> {
  const receivedAt = await env.currentTimeMs();
  const { seq } = await cases.act(handle, { key, by, roles: [role], receivedAt, act: what });
  return seq;
}

/** Ends a case as its owner would. One terminated with an activity under way would hold the test server's clock for ever. */
async function end(handle: WorkflowHandle): Promise<void> {
  await act(handle, 'applicant-1', 'applicant', { kind: 'intervene', intervention: { kind: 'withdraw', reason: 'Fin de l’essai' } });
  await handle.result();
}

/** Type of the refusal that the client receives. */
const refused = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) =>
      error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? (error.cause.type ?? '') : String(error),
  );

const journal = (handle: WorkflowHandle): readonly Entry[] => cases.journals.get(handle.workflowId) ?? [];
const types = (handle: WorkflowHandle): EntryType[] => journal(handle).map(({ type }) => type);
const complete: Act = { kind: 'answer', id: 'check-1', answer: { verdict: 'complete' } };
const marks = async (handle: WorkflowHandle) => {
  await act(handle, 'reviewer-1', 'reviewer', { kind: 'answer', id: 'mark-1', answer: { mark: 12 } });
  await act(handle, 'reviewer-2', 'reviewer', { kind: 'answer', id: 'mark-2', answer: { mark: 13 } });
};

test('of two answers at once one counts, the other is refused, and the journal holds it once', async () => {
  const handle = await open();
  const results = await Promise.all(['reviewer-1', 'reviewer-2'].map((by) => refused(act(handle, by, 'reviewer', complete))));
  expect(results.sort()).toEqual(['accepted', 'taskNotOpen']);
  expect(types(handle).filter((type) => type === 'answered')).toHaveLength(1);
  await end(handle);
});

test('a refused act leaves no trace, in the journal or in Temporal’s history', async () => {
  const handle = await open();
  expect(await refused(act(handle, 'reviewer-1', 'reviewer', { kind: 'answer', id: 'check-1', answer: { verdict: 'perhaps' } }))).toBe(
    'answerInvalid',
  );
  expect(await refused(act(handle, 'applicant-1', 'applicant', complete))).toBe('notAddressee');
  expect(types(handle)).not.toContain('answered');
  const accepted = (await handle.fetchHistory()).events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes);
  expect(accepted).toEqual([]);
  await end(handle);
});

test('the same key twice is one act, also after the case continued as new', async () => {
  const handle = await open({ historyLimit: 20 });
  const key = randomUUID();
  const first = await act(handle, 'reviewer-1', 'reviewer', complete, key);
  await marks(handle);
  await env.sleep(5 * day);
  expect((await env.client.workflow.getHandle(handle.workflowId).describe()).runId).not.toBe(
    (handle as WorkflowHandle & { firstExecutionRunId: string }).firstExecutionRunId,
  );
  const current = env.client.workflow.getHandle(handle.workflowId);
  expect(await act(current, 'reviewer-1', 'reviewer', complete, key)).toBe(first);
  await act(current, 'applicant-1', 'applicant', { kind: 'happen', id: 'signature-1', data: { on: '2026-03-01' } });
  expect(await current.result()).toEqual({ kind: 'granted' });
  expect(journal(handle).map(({ seq }) => seq)).toEqual(journal(handle).map((_, index) => index + 1));
  expect(types(handle).filter((type) => type === 'opened' || type === 'closed')).toEqual(['opened', 'closed']);
});

test('a child case lives on its own and tells its parent how it ended', async () => {
  const handle = await open({ input: { owner: 'applicant-1', experts: 0, withChild: true } });
  await act(handle, 'reviewer-1', 'reviewer', complete);
  await marks(handle);
  await env.sleep(4 * day);
  const child = env.client.workflow.getHandle(`${handle.workflowId}-1`);
  await act(child, 'reviewer-1', 'reviewer', complete);
  await marks(child);
  await env.sleep(4 * day);
  await act(child, 'applicant-1', 'applicant', { kind: 'happen', id: 'signature-1', data: { on: '2026-03-01' } });
  expect(await child.result()).toEqual({ kind: 'granted' });
  await env.sleep(1000);
  expect(journal(handle).find(({ type }) => type === 'measured' && true)).toBeDefined();
  expect(journal(handle)).toContainEqual(expect.objectContaining({ type: 'childClosed', outcome: { kind: 'granted' } }));
  expect(journal(child)[0]).toMatchObject({ type: 'opened', parent: handle.workflowId });
  await end(handle);
});

test('every letter, message, task and reminder reaches the outside once', async () => {
  const handle = await open();
  await env.sleep(20 * day);
  const delivered = cases.effects.filter(({ ref }) => ref === handle.workflowId).map(({ entry }) => entry.seq);
  const withEffect = journal(handle).filter(({ type }) => ['asked', 'reminded', 'escalated'].includes(type));
  expect(delivered.sort((a, b) => a - b)).toEqual(withEffect.map(({ seq }) => seq));
  expect(withEffect.map(({ type }) => type)).toEqual(expect.arrayContaining(['asked', 'reminded', 'escalated']));
  await end(handle);
});

test('a correction approved by a second person changes what the running story reads', async () => {
  const handle = await open();
  await act(handle, 'reviewer-1', 'reviewer', complete);
  await marks(handle);
  await act(handle, 'manager-1', 'programManager', {
    kind: 'intervene',
    intervention: { kind: 'correct', id: 'mark-1', answer: { mark: 1 }, reason: 'Erreur de saisie' },
  });
  expect(
    await refused(
      act(handle, 'manager-1', 'programManager', { kind: 'answer', id: 'decide-intervention-1', answer: { verdict: 'approve' } }),
    ),
  ).toBe('separationOfDuties');
  await act(handle, 'manager-2', 'programManager', { kind: 'answer', id: 'decide-intervention-1', answer: { verdict: 'approve' } });
  await env.sleep(4 * day);
  await act(handle, 'applicant-1', 'applicant', { kind: 'happen', id: 'signature-1', data: { on: '2026-03-01' } });
  expect(await handle.result()).toEqual({ kind: 'refused' });
  expect(types(handle)).toContain('corrected');
});

test('a closed case refuses every act', async () => {
  const handle = await open();
  await act(handle, 'applicant-1', 'applicant', { kind: 'intervene', intervention: { kind: 'withdraw', reason: 'Projet abandonné' } });
  expect(await handle.result()).toEqual({ kind: 'withdrawn', reason: 'Projet abandonné' });
  expect(await refused(act(handle, 'reviewer-1', 'reviewer', complete))).not.toBe('accepted');
});
