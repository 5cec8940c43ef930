import type pg from 'pg';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { Entry, EntryType } from '#workflows/kit/journal.js';

/** A row of the journal: an entry, and the columns that repeat a part of it. */
export interface WrittenEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EntryType;
  readonly entry: Entry;
  readonly hash: string;
}

export interface WrittenCase {
  readonly ref: string;
  readonly entries: readonly WrittenEntry[];
}

const columns = 'seq, round(extract(epoch FROM at) * 1000)::float8 AS at, type, entry, hash';

/** Every case of the journal, one after the other, whatever their number: memory holds one batch of entries and one case. */
export async function* writtenCases(client: pg.ClientBase, batch = 2_000): AsyncGenerator<WrittenCase> {
  let after = { ref: '', seq: 0 };
  let ref: string | undefined;
  let entries: WrittenEntry[] = [];
  for (;;) {
    const { rows } = await client.query<WrittenEntry & { case_ref: string }>(
      `SELECT case_ref, ${columns} FROM journal WHERE (case_ref, seq) > ($1, $2) ORDER BY case_ref, seq LIMIT $3`,
      [after.ref, after.seq, batch],
    );
    for (const { case_ref, ...written } of rows) {
      if (ref !== undefined && case_ref !== ref) {
        yield { ref, entries };
        entries = [];
      }
      ref = case_ref;
      entries.push(written);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = { ref: last.case_ref, seq: last.seq };
  }
  if (ref !== undefined) yield { ref, entries };
}

/** One case as it stands now. */
export async function writtenCase(client: pg.ClientBase, ref: string): Promise<WrittenCase> {
  const { rows } = await client.query<WrittenEntry>({
    name: 'read-case',
    text: `SELECT ${columns} FROM journal WHERE case_ref = $1 ORDER BY seq`,
    values: [ref],
  });
  return { ref, entries: rows };
}

/** The references of every case of the journal. */
export async function* writtenRefs(pool: pg.Pool, batch = 500): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const { rows } = await pool.query<{ case_ref: string }>(
      'SELECT DISTINCT case_ref FROM journal WHERE case_ref > $1 ORDER BY case_ref LIMIT $2',
      [after, batch],
    );
    for (const { case_ref } of rows) yield case_ref;
    const last = rows.at(-1);
    if (!last) return;
    after = last.case_ref;
  }
}

export async function countEntries(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM journal');
  return Number(rows[0]?.count ?? 0);
}
