import type pg from 'pg';
import type { CodecKeys } from '../codec/codec-keys.js';
import { appendJournal, chained } from './append-journal.js';
import { caseFault, type Fault, isDestroyed } from './fault.js';
import { genesis } from './hash-chain.js';
import { type WrittenCase, writtenCase, type WrittenEntry, writtenRefs } from './read-journal.js';
import { rowChanges } from './row-changes.js';
import { entryOf } from './seal.js';
import { inTransaction } from './transaction.js';
import { unsealer } from './unseal-record.js';
import { writeRows } from './write-rows.js';

/**
 * Writes the journal's missing rows again from the sealed record and folds the read tables again, a transaction a case: the
 * application may run meanwhile. An answer that comes in between waits for the row of its case and is folded after. A case that was
 * changed stays as it is: it is told, not whitewashed. A destroyed one has nothing to fold.
 */
export async function* rebuild(
  pool: pg.Pool,
  keys: CodecKeys,
  progress: (entries: number) => void = () => undefined,
): AsyncGenerator<Fault> {
  let read = 0;
  for await (const refs of writtenRefs(pool))
    for (const ref of refs) {
      const { entries, fault } = await inTransaction(pool, (client) => rebuildCase(client, keys, ref));
      if (fault) yield fault;
      read += entries;
      progress(read);
    }
}

async function rebuildCase(client: pg.PoolClient, keys: CodecKeys, ref: string): Promise<{ entries: number; fault?: Fault }> {
  await client.query('SELECT FROM case_file WHERE ref = $1 FOR UPDATE', [ref]);
  const written = await writtenCase(client, ref);
  const lost = lostEntries(written, keys);
  const entries = [...written.entries, ...lost].sort((a, b) => a.seq - b.seq);
  const fault = caseFault({ ...written, entries }, keys);
  const read = Math.max(entries.length, written.record.length);
  if (fault || isDestroyed(written)) return { entries: read, fault };
  if (lost.length > 0) await client.query({ text: appendJournal('$1', '$2'), values: [ref, JSON.stringify(lost)] });
  const changes = rowChanges(
    undefined,
    entries.map(({ entry }) => entry),
  );
  await client.query({ name: 'clear-rows', text: clearRows, values: [ref] });
  // What was given up is not folded: the effects' own table keeps it.
  await writeRows(client, { ...changes, ended: [], abandoned: [] }, entries.at(-1)?.hash ?? '');
  return { entries: read };
}

/** Entries of the record that the journal no longer holds; none when the record cannot be read, which the check then tells. */
function lostEntries({ ref, entries, record, key }: WrittenCase, keys: CodecKeys): WrittenEntry[] {
  if (!key?.wrapped || entries.length >= record.length) return [];
  const there = new Set(entries.map(({ seq }) => seq));
  try {
    const read = unsealer(keys, ref, key);
    const said = record.map((row) => entryOf(read(row)));
    return chained(genesis, said).filter(({ seq }) => !there.has(seq));
  } catch {
    return [];
  }
}

const clearRows = `
  WITH tasks AS (DELETE FROM task WHERE case_ref = $1), waits AS (DELETE FROM wait WHERE case_ref = $1)
  DELETE FROM measure WHERE case_ref = $1`;
