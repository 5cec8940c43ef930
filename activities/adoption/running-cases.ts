import type pg from 'pg';
import type { EntryOf } from '#workflows/kit/journal.js';
import type { ToldCase } from '#workflows/kit/retelling.js';
import { writtenCase } from '../journal/read-journal.js';

export async function countRunning(pool: pg.Pool, procedure: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(`SELECT count(*) FROM case_file WHERE procedure = $1 AND status <> 'closed'`, [
    procedure,
  ]);
  return Number(rows[0]?.count ?? 0);
}

/** Every running case of a procedure with its journal, one after the other; `now` is what time it is in that case. */
export async function* runningCases(pool: pg.Pool, procedure: string, now = Date.now(), batch = 200): AsyncGenerator<ToldCase> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ ref: string; lead: number }>(
      `SELECT ref, coalesce(lead_ms, 0)::float8 AS lead FROM case_file LEFT JOIN clock_lead ON case_ref = ref
       WHERE procedure = $1 AND status <> 'closed' AND ref > $2 ORDER BY ref LIMIT $3`,
      [procedure, after, batch],
    );
    for (const { ref, lead } of rows) yield await toldCase(pool, ref, now + lead);
    const last = rows.at(-1);
    if (!last) return;
    after = last.ref;
  }
}

async function toldCase(pool: pg.Pool, ref: string, now: number): Promise<ToldCase> {
  const client = await pool.connect();
  try {
    const journal = (await writtenCase(client, ref)).entries.map(({ entry }) => entry);
    const [opened] = journal as [EntryOf<'opened'>];
    const { procedure, revision, input, by, parent } = opened;
    // A child is told as a child; which of its parent's items it is does not matter to what it does.
    const child = parent === undefined ? {} : { parent: { ref: parent, item: '' } };
    return { start: { procedure, revision, ref, input, by, ...child }, journal, now };
  } finally {
    client.release();
  }
}
