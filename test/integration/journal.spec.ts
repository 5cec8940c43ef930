import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { commit } from '#activities/journal/commit.js';
import { rebuild } from '#activities/journal/rebuild.js';
import { verify, type Fault } from '#activities/journal/verify.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { rehearse, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { samples } from '../builders/inputs.js';
import { randomOf, randomPlayer } from '../builders/random-answers.js';
import { createTestDatabase, type TestDatabase } from '../setup/database.js';

let database: TestDatabase;
let pool: pg.Pool;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.appUrl });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await pool.end();
  await database.drop();
});

const start = instantAt('2026-01-05', '10:00');
const people = new Map<string, string>();
/** People are uuids in PostgreSQL: each invented name gets its own. */
const withUuids = (entries: readonly Entry[]): Entry[] =>
  JSON.parse(
    JSON.stringify(entries).replaceAll(
      /"((?:applicant|reviewer|expert|authority|committee|committeeMember|budgetOfficer|programManager|manager|admin)-\d+|call-1)"/g,
      (_, name: string) => {
        const id = people.get(name) ?? randomUUID();
        people.set(name, id);
        return `"${id}"`;
      },
    ),
  ) as Entry[];

const pause: ScheduledAct[] = [
  {
    at: start + 50 * 3_600_000,
    by: 'manager-1',
    roles: ['programManager'],
    act: { kind: 'intervene', intervention: { kind: 'pause', cause: 'service', reason: 'Réorganisation' } },
  },
  {
    at: start + 400 * 3_600_000,
    by: 'manager-1',
    roles: ['programManager'],
    act: { kind: 'intervene', intervention: { kind: 'resume', reason: 'Reprise' } },
  },
];

/** Journals as cases write them, of every procedure, with a pause. */
async function journals(): Promise<{ ref: string; entries: Entry[] }[]> {
  const result = [];
  for (const [index, { name, procedure, input }] of samples().entries())
    for (const seed of [1, 2, 3]) {
      const ref = `${name.replaceAll(' ', '-')}-${index}-${seed}`;
      const { journal } = await rehearse(procedure, { name, input, start, play: randomPlayer(seed), acts: pause, ref, by: 'applicant-1' });
      result.push({ ref, entries: withUuids(journal) });
    }
  return result;
}

/** In batches of random length, as the durable runtime would hand them in; the last third of the case has not happened yet. */
async function commitInSlices(ref: string, entries: readonly Entry[], random: () => number): Promise<void> {
  for (let at = 0; at < entries.length;) {
    const length = 1 + Math.floor(random() * 6);
    await commit(pool, { ref, entries: entries.slice(at, at + length) });
    at += length;
  }
}

async function faults(): Promise<Fault[]> {
  const client = await pool.connect();
  try {
    const found: Fault[] = [];
    for await (const fault of verify(client)) found.push(fault);
    return found;
  } finally {
    client.release();
  }
}

const tables = async () =>
  Promise.all(
    ['case_file', 'task', 'wait', 'measure'].map(
      async (table) => (await owner.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)).rows,
    ),
  );

test('the read tables equal a fresh fold after every slice of every story', async () => {
  const random = randomOf('slices');
  for (const { ref, entries } of await journals())
    await commitInSlices(ref, entries.slice(0, Math.ceil(entries.length * (0.3 + random()))), random);
  expect(await faults()).toEqual([]);
  const { rows } = await owner.query<{ tasks: number; waits: number }>(
    'SELECT (SELECT count(*)::int FROM task) AS tasks, (SELECT count(*)::int FROM wait) AS waits',
  );
  expect(rows[0]?.tasks).toBeGreaterThan(20);
  expect(rows[0]?.waits).toBeGreaterThan(0);
});

test('a rebuild gives back the tables that were tampered with', async () => {
  const before = await tables();
  await owner.query(`UPDATE task SET status = 'open', answer = NULL`);
  await owner.query('DELETE FROM wait');
  await owner.query(`UPDATE case_file SET stage = 'elsewhere', view = view || '{"stage": "elsewhere"}'`);
  await owner.query('UPDATE measure SET value = value + 1');
  expect(new Set((await faults()).map(({ what }) => /table (\w+)/.exec(what)?.[1]))).toEqual(
    new Set(['task', 'wait', 'case_file', 'measure']),
  );
  await rebuild(pool);
  expect(await faults()).toEqual([]);
  expect(await tables()).toEqual(before);
});

describe('the journal is append-only', () => {
  test.each(['UPDATE journal SET type = $$x$$', 'DELETE FROM journal', 'TRUNCATE journal'])(
    '%s is refused to the application and to the owner',
    async (sql) => {
      await expect(pool.query(sql)).rejects.toThrow(/permission|droit|Le journal/);
      await expect(owner.query(sql)).rejects.toThrow('Le journal ne se modifie pas');
    },
  );

  test('an entry changed behind the trigger is found, at its number', async () => {
    const admin = new pg.Client({ connectionString: adminUrl() });
    await admin.connect();
    const { rows } = await admin.query<{ case_ref: string; entry: Entry }>(
      'SELECT case_ref, entry FROM journal WHERE seq = 3 ORDER BY case_ref LIMIT 1',
    );
    const [victim] = rows;
    await admin.query('ALTER TABLE journal DISABLE TRIGGER journal_append_only');
    await admin.query(`UPDATE journal SET entry = entry || '{"at": 1}' WHERE case_ref = $1 AND seq = 3`, [victim?.case_ref]);
    expect(await faults()).toEqual([expect.objectContaining({ ref: victim?.case_ref, seq: 3 })]);
    await admin.query('UPDATE journal SET entry = $2 WHERE case_ref = $1 AND seq = 3', [victim?.case_ref, JSON.stringify(victim?.entry)]);
    expect(await faults()).toEqual([]);
    await admin.query('ALTER TABLE journal ENABLE TRIGGER journal_append_only');
    await admin.end();
  });
});

describe('the same entries again', () => {
  const first = async () => {
    const [one] = await journals();
    if (!one) throw new Error('no journal');
    const ref = `again-${randomUUID()}`;
    return { ref, entries: one.entries.map((entry) => (entry.type === 'opened' ? { ...entry, ref } : entry)) };
  };

  test('change nothing, also when they overlap with new ones', async () => {
    const { ref, entries } = await first();
    await commit(pool, { ref, entries: entries.slice(0, 4) });
    await commit(pool, { ref, entries: entries.slice(0, 4) });
    await commit(pool, { ref, entries: entries.slice(2, 8) });
    const { rows } = await owner.query('SELECT seq FROM journal WHERE case_ref = $1 ORDER BY seq', [ref]);
    expect(rows.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('with another content are refused, and so is a gap; nothing is written', async () => {
    const { ref, entries } = await first();
    await commit(pool, { ref, entries: entries.slice(0, 4) });
    const forged = entries.slice(3, 6).map((entry) => ({ ...entry, at: entry.at + 1 }));
    await expect(commit(pool, { ref, entries: forged })).rejects.toMatchObject({ type: 'JournalConflict' });
    await expect(commit(pool, { ref, entries: entries.slice(5, 7) })).rejects.toMatchObject({ type: 'JournalConflict' });
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM journal WHERE case_ref = $1', [ref]);
    expect(rows).toEqual([{ n: 4 }]);
  });

  test('by two workers at once are written once', async () => {
    const { ref, entries } = await first();
    await commit(pool, { ref, entries: entries.slice(0, 2) });
    await Promise.all([1, 2, 3].map(() => commit(pool, { ref, entries: entries.slice(2, 6) })));
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM journal WHERE case_ref = $1', [ref]);
    expect(rows).toEqual([{ n: 6 }]);
  });
});

/** The superuser on this spec's database: who can do anything, and is found out. */
function adminUrl(): string {
  const url = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? '');
  url.pathname = new URL(database.appUrl).pathname;
  return url.toString();
}
