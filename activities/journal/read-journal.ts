import type pg from 'pg';
import type { Entry } from '#workflows/kit/journal.js';

export interface WrittenEntry {
  readonly seq: number;
  readonly entry: Entry;
  readonly hash: string;
}

export interface WrittenCase {
  readonly ref: string;
  readonly entries: readonly WrittenEntry[];
}

/** Every case of the journal, one after the other, whatever their number: memory holds one batch of entries and one case. */
export async function* writtenCases(client: pg.ClientBase, batch = 2_000): AsyncGenerator<WrittenCase> {
  let after = { ref: '', seq: 0 };
  let ref: string | undefined;
  let entries: WrittenEntry[] = [];
  for (;;) {
    const { rows } = await client.query<WrittenEntry & { case_ref: string }>(
      'SELECT case_ref, seq, entry, hash FROM journal WHERE (case_ref, seq) > ($1, $2) ORDER BY case_ref, seq LIMIT $3',
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

export async function countEntries(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM journal');
  return Number(rows[0]?.count ?? 0);
}
