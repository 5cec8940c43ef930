import type pg from 'pg';
import { chainFault, type Fault } from './fault.js';
import { writtenCase, writtenRefs } from './read-journal.js';
import { rowChanges } from './row-changes.js';
import { inTransaction } from './transaction.js';
import { writeRows } from './write-rows.js';

/**
 * Folds the read tables again from the journal, a transaction a case: the application may run meanwhile. An answer that comes in
 * between waits for the row of its case and is folded after. A case whose chain is broken stays as it is: it is told, not whitewashed.
 */
export async function* rebuild(pool: pg.Pool, progress: (entries: number) => void = () => undefined): AsyncGenerator<Fault> {
  let read = 0;
  for await (const ref of writtenRefs(pool)) {
    const { entries, fault } = await inTransaction(pool, (client) => rebuildCase(client, ref));
    if (fault) yield fault;
    read += entries;
    progress(read);
  }
}

async function rebuildCase(client: pg.PoolClient, ref: string): Promise<{ entries: number; fault?: Fault }> {
  await client.query('SELECT FROM case_file WHERE ref = $1 FOR UPDATE', [ref]);
  const written = await writtenCase(client, ref);
  const fault = chainFault(written);
  if (fault) return { entries: written.entries.length, fault };
  const changes = rowChanges(
    undefined,
    written.entries.map(({ entry }) => entry),
  );
  await client.query({ name: 'clear-rows', text: clearRows, values: [ref] });
  // What was given up is not folded: the effects' own table keeps it.
  await writeRows(client, { ...changes, ended: [], abandoned: [] }, written.entries.at(-1)?.hash ?? '');
  return { entries: written.entries.length };
}

const clearRows = `
  WITH tasks AS (DELETE FROM task WHERE case_ref = $1), waits AS (DELETE FROM wait WHERE case_ref = $1)
  DELETE FROM measure WHERE case_ref = $1`;
