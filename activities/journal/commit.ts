import { ApplicationFailure } from '@temporalio/common';
import type pg from 'pg';
import type { CaseView } from '#workflows/kit/case-view.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { CommitBatch } from '#workflows/kit/messages.js';
import { sameJson } from '#workflows/kit/same-json.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import { appendJournal, chained } from './append-journal.js';
import { appendRecord, beginRecord, openRecord, recordRow } from './append-record.js';
import { genesis } from './hash-chain.js';
import { rowChanges } from './row-changes.js';
import { sealEntries } from './seal.js';
import { inTransaction } from './transaction.js';
import { writeRows } from './write-rows.js';

/**
 * Appends a case's new entries to its sealed record and to the journal, and folds them into the read tables, in one transaction. The
 * same entries twice change nothing.
 *
 * Errors: `JournalConflict` when a number is taken by another content or one is left out. It may be tried again, so that the case
 * stands still but can be repaired; it is never passed over. `CaseDestroyed`, for ever, when the case's key is no more.
 */
export async function commit(pool: pg.Pool, keys: CodecKeys, batch: CommitBatch): Promise<void> {
  const attempt = () => inTransaction(pool, (client) => append(client, keys, batch));
  try {
    // A case that is not there yet has no row to lock: of two workers that open it at once, one finds the numbers taken and looks again.
    await attempt().catch((error: unknown) => (isTaken(error) ? attempt() : Promise.reject(error as Error)));
  } catch (error) {
    throw isTaken(error) ? conflict(batch.ref, 'its entries are there, but the read tables do not know the case') : error;
  }
}

async function append(client: pg.PoolClient, keys: CodecKeys, { ref, entries }: CommitBatch): Promise<void> {
  const head = await lockHead(client, ref);
  const known = entries.filter(({ seq }) => seq <= head.lastSeq);
  if (known.length > 0) await compare(client, ref, known);
  const fresh = entries.slice(known.length);
  if (fresh.length === 0) return;
  fresh.forEach(({ seq }, index) => {
    if (seq !== head.lastSeq + index + 1) throw conflict(ref, `entry ${head.lastSeq + index + 1} is left out`);
  });
  const record = head.lastSeq === 0 ? await beginRecord(client, keys, ref) : await openRecord(client, keys, ref, head.lastSeq);
  const sealed = sealEntries(record.key, ref, record.head, fresh);
  const written = chained(head.lastHash, fresh);
  const values = [ref, JSON.stringify(sealed.map(recordRow)), JSON.stringify(written)];
  await client.query({ name: 'append-entries', text: appendEntries, values });
  await writeRows(client, rowChanges(head.view, fresh), written.at(-1)?.hash ?? head.lastHash);
}

const appendEntries = `
  WITH sealed AS (${appendRecord('$1', '$2')})
  ${appendJournal('$1', '$3')}`;

interface Head {
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly view?: CaseView;
}

async function lockHead(client: pg.PoolClient, ref: string): Promise<Head> {
  const { rows } = await client.query<{ last_seq: number; last_hash: string; view: CaseView; destroyed_at: Date | null }>({
    name: 'lock-case-file',
    text: 'SELECT last_seq, last_hash, view, destroyed_at FROM case_file WHERE ref = $1 FOR UPDATE',
    values: [ref],
  });
  const [row] = rows;
  if (row?.destroyed_at) throw ApplicationFailure.create({ type: 'CaseDestroyed', message: `${ref} is destroyed`, nonRetryable: true });
  return row ? { lastSeq: row.last_seq, lastHash: row.last_hash, view: row.view } : { lastSeq: 0, lastHash: genesis };
}

async function compare(client: pg.PoolClient, ref: string, entries: readonly Entry[]): Promise<void> {
  const { rows } = await client.query<{ seq: number; entry: Entry }>({
    name: 'read-entries',
    text: 'SELECT seq, entry FROM journal WHERE case_ref = $1 AND seq = ANY($2)',
    values: [ref, entries.map(({ seq }) => seq)],
  });
  const written = new Map(rows.map(({ seq, entry }) => [seq, entry]));
  for (const entry of entries) if (!sameJson(written.get(entry.seq), entry)) throw conflict(ref, `entry ${entry.seq} says something else`);
}

const conflict = (ref: string, what: string) => ApplicationFailure.create({ type: 'JournalConflict', message: `${ref}: ${what}` });

/** unique_violation */
const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505';
