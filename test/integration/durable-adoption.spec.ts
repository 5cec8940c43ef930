import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { adopt } from '#activities/adoption/adopt.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import type { Entry, EntryOf, EntryType } from '#workflows/kit/journal.js';
import type { Act } from '#workflows/kit/messages.js';
import type { Role } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { ftapR2 } from '../builders/ftap-r2/ftap.r2.js';
import { samples } from '../builders/inputs.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';
import { recordedCases, type RecordedCases } from '../setup/recorded-cases.js';

const day = 24 * 3_600_000;
const ref = 'FTAP-2026-000001';
const [applicant, reviewer, administrator, manager] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const catalogue = [ftapR1, ftapR2] as unknown as readonly Procedure[];
let env: TestWorkflowEnvironment;
let cases: RecordedCases;
let database: JournalDatabase;

beforeAll(async () => {
  database = await journalDatabase();
  await database.owner.query('INSERT INTO person (id, email, name) VALUES ($1, $2, $3)', [
    administrator,
    'Admin@exemple.gouv.invalid',
    'A',
  ]);
  await database.owner.query(`INSERT INTO "grant" (id, person_id, role) VALUES ($1, $2, 'administrator')`, [randomUUID(), administrator]);
  cases = await recordedCases();
  ({ env } = cases);
}, 60_000);

afterAll(async () => {
  await cases.close();
  await database.drop();
});

const journal = (): readonly Entry[] => cases.journals.get(ref) ?? [];
const all = <T extends EntryType>(type: T) => journal().filter((entry): entry is EntryOf<T> & Entry => entry.type === type);

async function act(handle: WorkflowHandle, by: string, role: Role, what: Act): Promise<void> {
  await cases.act(handle, { key: randomUUID(), by, roles: [role], receivedAt: await env.currentTimeMs(), act: what });
}

/** `npm run adopt` on the server of this test, once the database has what the case did. */
async function command({ upToDate }: { upToDate: boolean }): Promise<{ code: number; text: string }> {
  if (upToDate) await database.commit({ ref, entries: journal() });
  const now = await env.currentTimeMs();
  const lines: string[] = [];
  const code = await adopt(['ftap', 'r2', '--reason', 'Nouveau règlement de l’appel', '--by', 'admin@exemple.gouv.invalid'], {
    databaseUrl: database.appUrl,
    catalogue,
    client: () => Promise.resolve(env.client),
    print: (text) => void lines.push(text),
    progress: () => () => undefined,
    now: () => now,
  });
  return { code, text: lines.join('\n') };
}

test('a running case adopts r2 once a second person agrees, and goes on with its own past and the new days', async () => {
  const opened = civilDateAt(await env.currentTimeMs());
  const sample = samples().find(({ procedure }) => procedure.id === 'ftap');
  const input = { ...(sample?.inputOn(opened) as FtapInput), owner: applicant, callId: randomUUID() };
  const handle = await cases.open({ procedure: 'ftap', revision: 'r1', ref, input, by: applicant, historyLimit: 40 });
  await env.sleep(2 * day);
  const before = JSON.stringify(journal());
  const r1Days = all('asked')[0]?.due;

  expect(await command({ upToDate: true })).toMatchObject({ code: 0, text: expect.stringContaining('1 demande(s) ouverte(s)') as string });
  // Nothing has moved: the program manager is asked. The same command again is the same request.
  expect(await command({ upToDate: false })).toMatchObject({ code: 0, text: expect.stringContaining('Rien n’a encore changé') as string });
  expect(await command({ upToDate: true })).toMatchObject({ code: 0, text: expect.stringContaining('1 déjà en attente') as string });
  expect(all('requested')).toHaveLength(1);
  expect(all('adopted')).toEqual([]);

  await act(handle, manager, 'programManager', { kind: 'answer', id: 'decide-intervention-1', answer: { verdict: 'approve' } });
  expect(all('adopted')).toMatchObject([{ by: manager, revision: 'r2', reason: 'Nouveau règlement de l’appel' }]);
  const [moved] = all('moved');
  expect(moved).toMatchObject({ id: 'check-completeness-1', due: { from: r1Days?.from, term: { n: 10, unit: 'workingDays' } } });
  expect(moved?.due.lastDay.localeCompare(r1Days?.lastDay ?? '')).toBe(-1);
  expect(await command({ upToDate: true })).toMatchObject({
    code: 0,
    text: expect.stringContaining('1 reste, 0 passe, 0 bloqué') as string,
  });

  // The new day counts, on this run of the workflow and on the next.
  await cases.sleepUntil((moved?.due.firesAt ?? 0) + 1_000);
  expect(all('overdue').map(({ id, at }) => [id, civilDateAt(at)])).toEqual([
    ['check-completeness-1', civilDateAt(moved?.due.firesAt ?? 0)],
  ]);
  await env.sleep(20 * day);
  const current = env.client.workflow.getHandle(ref);
  await act(current, reviewer, 'reviewer', {
    kind: 'answer',
    id: 'check-completeness-1',
    answer: { verdict: 'complete' },
  });
  expect((await current.describe()).runId).not.toBe((handle as WorkflowHandle & { firstExecutionRunId: string }).firstExecutionRunId);
  expect(all('entered').at(-1)).toMatchObject({ stage: 'instruction' });
  expect(JSON.stringify(journal().slice(0, (JSON.parse(before) as Entry[]).length))).toBe(before);
  expect(journal().map(({ seq }) => seq)).toEqual(journal().map((_, index) => index + 1));

  await act(current, applicant, 'applicant', { kind: 'intervene', intervention: { kind: 'withdraw', reason: 'Fin de l’essai' } });
  expect(await current.result()).toEqual({ kind: 'withdrawn', reason: 'Fin de l’essai' });
}, 60_000);
