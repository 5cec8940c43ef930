import type pg from 'pg';
import { writtenCases } from './read-journal.js';
import { rowChanges } from './rows.js';
import { writeCaseFile, writeRows } from './write-rows.js';

/**
 * Folds the read tables again from the journal, a transaction a case: the application may run meanwhile. An answer that comes in
 * between waits for the row of its case and is folded after.
 */
export async function rebuild(pool: pg.Pool, progress: (entries: number) => void = () => undefined): Promise<void> {
  const reader = await pool.connect();
  const writer = await pool.connect();
  let read = 0;
  try {
    for await (const { ref, entries } of writtenCases(reader)) {
      await rebuildCase(writer, ref);
      read += entries.length;
      progress(read);
    }
  } finally {
    reader.release();
    writer.release();
  }
}

async function rebuildCase(client: pg.PoolClient, ref: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT FROM case_file WHERE ref = $1 FOR UPDATE', [ref]);
    // Read once more under the lock: an answer may have come since.
    const { rows } = await client.query<{ entry: Parameters<typeof rowChanges>[1][number]; hash: string }>(
      'SELECT entry, hash FROM journal WHERE case_ref = $1 ORDER BY seq',
      [ref],
    );
    const changes = rowChanges(
      undefined,
      rows.map(({ entry }) => entry),
    );
    await client.query('DELETE FROM task WHERE case_ref = $1', [ref]);
    await client.query('DELETE FROM wait WHERE case_ref = $1', [ref]);
    await client.query('DELETE FROM measure WHERE case_ref = $1', [ref]);
    await writeCaseFile(client, changes.view, rows.at(-1)?.hash ?? '');
    await writeRows(client, ref, { ...changes, abandoned: [] });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
