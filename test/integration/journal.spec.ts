import type { Entry } from '#workflows/kit/journal.js';
import { journals, underNewRef, type BuiltJournal } from '../builders/journals.js';
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

const numbers = async (ref: string) =>
  (await database.owner.query<{ seq: number }>('SELECT seq FROM journal WHERE case_ref = $1 ORDER BY seq', [ref])).rows.map(
    ({ seq }) => seq,
  );

describe('the journal is append-only', () => {
  beforeAll(() => database.commit(story));

  test.each(['UPDATE journal SET type = $$x$$', 'DELETE FROM journal', 'TRUNCATE journal'])(
    '%s is refused to the application and to the owner',
    async (sql) => {
      await expect(database.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
      await expect(database.owner.query(sql)).rejects.toThrow('Le journal ne se modifie pas');
    },
  );

  const forgeries: readonly [string, string][] = [
    ['an entry changed', `UPDATE journal SET entry = entry || '{"at": 1}' WHERE case_ref = $1 AND seq = 3`],
    ['a type changed beside its entry', `UPDATE journal SET type = 'told' WHERE case_ref = $1 AND seq = 3`],
    ['an instant changed beside its entry', `UPDATE journal SET at = at + interval '1 day' WHERE case_ref = $1 AND seq = 3`],
    [
      'an entry and its hash changed',
      `UPDATE journal SET entry = entry || '{"at": 1}', hash = repeat('f', 64) WHERE case_ref = $1 AND seq = 3`,
    ],
  ];
  test.each(forgeries)('%s behind the trigger is found at its number, and is not folded by a rebuild', async (_, sql) => {
    const forged = underNewRef(story);
    await database.commit(forged);
    await database.forge(sql, forged.ref);
    const fault = expect.objectContaining({ ref: forged.ref, seq: 3 }) as unknown;
    expect(await database.faults()).toEqual([fault]);
    expect(await database.rebuilt()).toEqual([fault]);
    await database.erase(forged.ref);
    expect(await database.faults()).toEqual([]);
  });

  test('a case of which nothing is written but its row is told', async () => {
    const { ref, entries } = underNewRef(story);
    await database.commit({ ref, entries });
    for (const table of ['journal', 'record', 'case_key']) await database.forge(`DELETE FROM ${table} WHERE case_ref = $1`, ref);
    expect(await database.faults()).toEqual([{ ref, what: expect.stringContaining('journal est vide') as unknown }]);
    await database.erase(ref);
  });
});

describe('the same entries again', () => {
  test('change nothing, also when they overlap with new ones', async () => {
    const { ref, entries } = underNewRef(story);
    await database.commit({ ref, entries: entries.slice(0, 4) });
    await database.commit({ ref, entries: entries.slice(0, 4) });
    await database.commit({ ref, entries: entries.slice(2, 8) });
    expect(await numbers(ref)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('with another content are refused, and so is a gap; nothing is written', async () => {
    const { ref, entries } = underNewRef(story);
    await database.commit({ ref, entries: entries.slice(0, 4) });
    const changed = entries.slice(3, 6).map((entry): Entry => ({ ...entry, at: entry.at + 1 }));
    const conflict = { type: 'JournalConflict', nonRetryable: false };
    await expect(database.commit({ ref, entries: changed })).rejects.toMatchObject(conflict);
    await expect(database.commit({ ref, entries: entries.slice(5, 7) })).rejects.toMatchObject(conflict);
    await expect(database.commit({ ref: 'nobody', entries: entries.slice(5, 7) })).rejects.toMatchObject(conflict);
    expect(await numbers(ref)).toEqual([1, 2, 3, 4]);
    expect(await database.faults()).toEqual([]);
  });

  test.each([0, 2])('by several workers at once are written once, after %i entries', async (known) => {
    const { ref, entries } = underNewRef(story);
    if (known > 0) await database.commit({ ref, entries: entries.slice(0, known) });
    await Promise.all([1, 2, 3, 4].map(() => database.commit({ ref, entries: entries.slice(known, 6) })));
    expect(await numbers(ref)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await database.faults()).toEqual([]);
  });

  test('of a case that the read tables lost say so, until a rebuild', async () => {
    const { ref, entries } = underNewRef(story);
    await database.commit({ ref, entries: entries.slice(0, 2) });
    for (const table of ['task', 'wait', 'measure']) await database.owner.query(`DELETE FROM ${table} WHERE case_ref = $1`, [ref]);
    await database.owner.query('DELETE FROM case_file WHERE ref = $1', [ref]);
    await expect(database.commit({ ref, entries: entries.slice(0, 4) })).rejects.toMatchObject({ type: 'JournalConflict' });
    await database.rebuilt();
    await database.commit({ ref, entries: entries.slice(0, 4) });
    expect(await numbers(ref)).toEqual([1, 2, 3, 4]);
  });
});
