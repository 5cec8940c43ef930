import { createPrisma } from '#prisma/client.js';
import { journals, commitInSlices, underNewRef, type BuiltJournal } from '../builders/journals.js';
import { randomOf } from '../builders/random-answers.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

let database: JournalDatabase;
let stories: BuiltJournal[];
const random = randomOf('slices');

beforeAll(async () => {
  database = await journalDatabase();
  stories = await journals([1, 2, 3]);
});
afterAll(() => database.drop());

const readTables = ['case_file', 'task', 'wait', 'measure'];

async function rowsOf(...tables: readonly string[]): Promise<unknown[]> {
  const result = [];
  for (const table of tables) result.push((await database.owner.query(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY 1`)).rows);
  return result;
}

test('the read tables equal a fresh fold after every slice of every story', async () => {
  for (const story of stories) {
    // Some cases have not come to their end yet.
    const entries = story.entries.slice(0, Math.ceil(story.entries.length * (0.3 + random())));
    await commitInSlices(database.pool, { ...story, entries }, random);
  }
  expect(await database.faults()).toEqual([]);
  const [, tasks = [], waits = [], measures = []] = (await rowsOf(...readTables)) as unknown[][];
  expect(tasks.length).toBeGreaterThan(20);
  expect(waits.length).toBeGreaterThan(0);
  expect(measures.length).toBeGreaterThan(0);
});

test('cut anywhere, the slices of a case give the same rows', async () => {
  const [story] = stories;
  if (!story) throw new RangeError('No procedure gave a journal.');
  const whole = underNewRef(story, 'cut');
  await database.commit(whole);
  const once = await rowsOf(...readTables);
  await database.erase('cut');
  for (const entry of whole.entries) await database.commit({ ref: 'cut', entries: [entry] });
  expect(await rowsOf(...readTables)).toEqual(once);
});

test('a case that is paused again in the batch of its resumption waits for the new cause', async () => {
  const [story] = stories;
  if (!story) throw new RangeError('No procedure gave a journal.');
  const { ref, entries } = underNewRef(story);
  const at = Math.max(...entries.map((entry) => entry.at));
  const by = '00000000-0000-4000-8000-000000000001';
  const seq = 4;
  await database.commit({ ref, entries: entries.slice(0, seq - 1) });
  await database.commit({ ref, entries: [{ seq, at, type: 'paused', by, on: '2026-02-02', cause: 'service', reason: 'x' }] });
  await database.commit({
    ref,
    entries: [
      { seq: seq + 1, at: at + 1, type: 'resumed', by, on: '2026-02-03', reason: 'x', stillStopped: [] },
      { seq: seq + 2, at: at + 2, type: 'paused', by, on: '2026-02-03', cause: 'leave', reason: 'x' },
    ],
  });
  expect(await database.faults()).toEqual([]);
  const { rows } = await database.owner.query(`SELECT key FROM wait WHERE case_ref = $1 AND kind = 'pause'`, [ref]);
  expect(rows).toEqual([{ key: 'leave' }]);
});

test('every column that is changed beside the journal is found, and a rebuild gives it back', async () => {
  const before = await rowsOf(...readTables);
  const { rows: columns } = await database.owner.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS "table", column_name AS "column", udt_name AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ANY($1)
       AND (table_name, column_name) NOT IN (('case_file', 'ref'), ('task', 'case_ref'), ('wait', 'case_ref'), ('measure', 'case_ref'))`,
    [readTables],
  );
  expect(columns.length).toBeGreaterThan(50);
  for (const { table, column, type } of columns) {
    await database.owner.query(`UPDATE "${table}" SET "${column}" = ${forged(column, type)}`);
    const found = (await database.faults()).filter(({ what }) => what.includes(` ${table} `));
    expect([table, column, found.length > 0]).toEqual([table, column, true]);
    await database.rebuilt();
  }
  expect(await rowsOf(...readTables)).toEqual(before);
}, 60_000);

function forged(column: string, type: string): string {
  const values: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    timestamptz: `'1999-01-01'`,
    date: `'1999-01-01'`,
    bool: `NOT "${column}"`,
    jsonb: `'{"forged": true}'`,
    _text: `'{forged}'`,
    bpchar: `repeat('f', 64)`,
    text: `COALESCE("${column}", '') || 'x'`,
  };
  // Beyond every number that there is: a column may be part of a key.
  return values[type] ?? `COALESCE("${column}", 0) + 100000`;
}

test('rows added or taken away are found, and a rebuild mends them', async () => {
  const before = await rowsOf(...readTables);
  await database.owner.query('DELETE FROM task');
  await database.owner.query('DELETE FROM measure');
  await database.owner.query(`INSERT INTO wait (case_ref, item, kind, key, since) SELECT ref, 'forged', 'date', 'x', now() FROM case_file`);
  expect(new Set((await database.faults()).map(({ what }) => /table (\w+)/.exec(what)?.[1]))).toEqual(new Set(['task', 'wait', 'measure']));
  expect(await database.rebuilt()).toEqual([]);
  expect(await rowsOf(...readTables)).toEqual(before);
});

test('verification and rebuild go on while cases are written', async () => {
  const writer = { isOver: false };
  const writing = (async () => {
    for (let n = 0; n < 20; n++) await commitInSlices(database.pool, underNewRef(stories[n % stories.length] as BuiltJournal), random);
    writer.isOver = true;
  })();
  for (let rounds = 0; !writer.isOver || rounds < 2; rounds++) {
    expect(await database.faults()).toEqual([]);
    expect(await database.rebuilt()).toEqual([]);
  }
  await writing;
  expect(await database.faults()).toEqual([]);
}, 60_000);

test('Prisma reads what the commit wrote, in its own types', async () => {
  const prisma = createPrisma(database.appUrl);
  try {
    const [journal, task, wait] = await Promise.all([
      prisma.journal.findFirstOrThrow({ where: { seq: 1 } }),
      prisma.task.findFirstOrThrow({ where: { status: 'answered' }, include: { caseFile: true } }),
      prisma.wait.findFirstOrThrow({ where: { lastDay: { not: null } } }),
    ]);
    expect(journal.entry).toMatchObject({ seq: 1, type: 'opened', at: journal.at.getTime() });
    expect(task).toMatchObject({ id: `${task.caseRef}.${task.item}`, answeredBy: expect.any(String) as unknown });
    expect(task.except).toEqual(expect.any(Array));
    expect(task.caseFile.lastHash).toMatch(/^[0-9a-f]{64}$/);
    expect(wait.lastDay?.toISOString()).toMatch(/T00:00:00.000Z$/);
  } finally {
    await prisma.$disconnect();
  }
});
