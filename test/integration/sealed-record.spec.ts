import { randomBytes } from 'node:crypto';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { rewrapKeys } from '#activities/journal/rewrap-keys.js';
import { sealBacklog } from '#activities/journal/seal-backlog.js';
import { verify } from '#activities/journal/verify.js';
import { testCodecKeys, testKeys } from '../builders/codec-keys.js';
import { type BuiltJournal, journals, underNewRef } from '../builders/journals.js';
import { journalDatabase, type JournalDatabase } from '../setup/journal-database.js';

let database: JournalDatabase;
let story: BuiltJournal;

beforeAll(async () => {
  database = await journalDatabase();
  const [first] = await journals([1]);
  if (!first) throw new RangeError('No procedure gave a journal.');
  story = first;
});
afterAll(() => database.drop());

const rows = async (table: 'journal' | 'record' | 'case_key', ref: string) =>
  (await database.owner.query<Record<string, unknown>>(`SELECT * FROM ${table} WHERE case_ref = $1 ORDER BY 1, 2`, [ref])).rows;
const numbers = async (ref: string) => (await rows('record', ref)).map(({ seq }) => seq);

async function committed(entries = story.entries): Promise<string> {
  const { ref } = underNewRef(story);
  await database.commit({ ref, entries: entries.map((entry) => (entry.type === 'opened' ? { ...entry, ref } : entry)) });
  return ref;
}

describe('the record', () => {
  test('holds every entry of the journal, and none of its words', async () => {
    const ref = await committed();
    expect(await numbers(ref)).toEqual(story.entries.map(({ seq }) => seq));
    const sealed = (await rows('record', ref)).map((row) => (row.sealed as Buffer).toString('latin1')).join('');
    expect(sealed).not.toMatch(/"type"|opened|ftap/);
    expect(await database.faults()).toEqual([]);
  });

  test('never seals the same twice alike', async () => {
    const [one, other] = [await committed(), await committed()];
    const [first, second] = [(await rows('record', one))[1], (await rows('record', other))[1]];
    expect(first?.commitment).not.toBe(second?.commitment);
  });

  test.each(['UPDATE record SET at = now()', 'DELETE FROM record', 'TRUNCATE record'])('%s is refused to all', async (sql) => {
    await committed();
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
    await expect(database.owner.query(sql)).rejects.toThrow('Le registre scellé ne se modifie pas');
  });

  test('its key can be neither deleted nor lost by a mere change', async () => {
    await committed();
    await expect(database.owner.query('DELETE FROM case_key')).rejects.toThrow('La clé d’un dossier ne se supprime pas');
    await expect(database.owner.query('UPDATE case_key SET wrapped = NULL')).rejects.toThrow('case_key_destroyed');
  });

  test('the journal cannot be forgotten while the key is there', async () => {
    const ref = await committed();
    await expect(database.pool.query('SELECT forget_journal($1)', [ref])).rejects.toThrow('Le journal ne se modifie pas');
    expect(await rows('journal', ref)).toHaveLength(story.entries.length);
  });

  const forgeries: readonly [string, string, number?][] = [
    ['the instant', `UPDATE record SET at = at + interval '1 day' WHERE case_ref = $1 AND seq = 3`, 3],
    ['the commitment', `UPDATE record SET commitment = repeat('a', 64) WHERE case_ref = $1 AND seq = 3`, 3],
    ['the hash', `UPDATE record SET hash = repeat('a', 64) WHERE case_ref = $1 AND seq = 3`, 3],
    ['the sealed entry', `UPDATE record SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE case_ref = $1 AND seq = 3`, 3],
    [
      'the sealed entry, for that of another number',
      `UPDATE record SET sealed = (SELECT sealed FROM record WHERE case_ref = $1 AND seq = 4) WHERE case_ref = $1 AND seq = 3`,
      3,
    ],
    ['a row taken out', `DELETE FROM record WHERE case_ref = $1 AND seq = 3`, 3],
    ['its end taken away', `DELETE FROM record WHERE case_ref = $1 AND seq > 3`, 4],
    ['the key', `UPDATE case_key SET wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1) WHERE case_ref = $1`, undefined],
  ];
  test.each(forgeries)('%s changed behind the trigger is found', async (_, sql, seq) => {
    const ref = await committed();
    await database.forge(sql, ref);
    const expected = { ref, ...(seq !== undefined && { seq }), what: expect.any(String) as string };
    expect(await database.faults()).toEqual([expected]);
    await database.erase(ref);
  });
});

describe('the journal', () => {
  test.each<[string, string]>([
    ['a row', 'seq = 3'],
    ['its end', 'seq > 2'],
    ['all of it', 'true'],
  ])('that lost %s is found, and written again from the record as it was', async (_, which) => {
    const ref = await committed();
    const before = await rows('journal', ref);
    await database.forge(`DELETE FROM journal WHERE case_ref = $1 AND ${which}`, ref);
    expect(await database.faults()).toMatchObject([{ ref, what: expect.stringContaining('manque au journal') as string }]);
    expect(await database.rebuilt()).toEqual([]);
    expect(await rows('journal', ref)).toEqual(before);
    expect(await database.faults()).toEqual([]);
  });
});

describe('what a release without a record wrote', () => {
  const unsealed = async () => {
    const ref = await committed(story.entries.slice(0, 5));
    await database.forge('DELETE FROM record WHERE case_ref = $1', ref);
    await database.forge('DELETE FROM case_key WHERE case_ref = $1', ref);
    return ref;
  };

  test('is told, until it is sealed once', async () => {
    const refs = [await unsealed(), await unsealed()];
    expect((await database.faults()).map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    expect(await sealBacklog(database.pool, testKeys)).toEqual({ sealed: 2, failed: [] });
    expect(await database.faults()).toEqual([]);
    expect(await sealBacklog(database.pool, testKeys)).toEqual({ sealed: 0, failed: [] });
  });

  test('is sealed by the next commit, before what is new', async () => {
    const ref = await unsealed();
    await database.commit({ ref, entries: story.entries.slice(5, 8) });
    expect(await numbers(ref)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await database.faults()).toEqual([]);
  });

  test('is sealed once by several that start together', async () => {
    const ref = await unsealed();
    await Promise.all([1, 2, 3].map(() => sealBacklog(database.pool, testKeys)));
    expect(await numbers(ref)).toEqual([1, 2, 3, 4, 5]);
    expect(await database.faults()).toEqual([]);
  });
});

test('keys are wrapped anew by the current key: the old one may go', async () => {
  const ref = await committed();
  const next = randomBytes(32).toString('base64');
  const { keys } = JSON.parse(testCodecKeys) as { keys: Record<string, string> };
  const both = readCodecKeys(JSON.stringify({ current: 'next', keys: { ...keys, next } }));
  const alone = readCodecKeys(JSON.stringify({ current: 'next', keys: { next } }));
  const faultsWith = async (ring: typeof both) => {
    const found = [];
    for await (const fault of verify(database.owner, ring)) found.push(fault);
    return found;
  };
  const before = await rows('record', ref);
  expect((await faultsWith(alone)).length).toBeGreaterThan(0);
  expect(await rewrapKeys(database.pool, both)).toBeGreaterThan(0);
  expect(await rewrapKeys(database.pool, both)).toBe(0);
  expect(await faultsWith(alone)).toEqual([]);
  expect(await rows('record', ref)).toEqual(before);
  expect(await rewrapKeys(database.pool, { ...both, current: 'test' })).toBeGreaterThan(0);
});
