import type pg from 'pg';
import type { CodecKeys } from '../codec/codec-keys.js';
import { openRecord } from './append-record.js';
import { inTransaction } from './transaction.js';

/** How many cases were sealed, and the references of those that could not be. */
export interface Sealing {
  readonly sealed: number;
  readonly failed: readonly string[];
}

/**
 * Seals what a release without a sealed record wrote, a transaction a case; what is sealed stays. Several may run at once, and cases be
 * written meanwhile. One that cannot be sealed does not hold the others up: `journal:verify` names it. Stopped by `signal`, it goes on the next time.
 */
export async function sealBacklog(pool: pg.Pool, keys: CodecKeys, signal?: AbortSignal): Promise<Sealing> {
  let sealed = 0;
  const failed: string[] = [];
  for (let after: string | undefined = ''; after !== undefined;) {
    const { rows }: pg.QueryResult<{ ref: string }> = await pool.query(unsealedCases, [after]);
    for (const { ref } of rows) {
      if (signal?.aborted) return { sealed, failed };
      try {
        await inTransaction(pool, (client) => sealCase(client, keys, ref));
        sealed++;
      } catch {
        failed.push(ref);
      }
    }
    after = rows.at(-1)?.ref;
  }
  return { sealed, failed };
}

async function sealCase(client: pg.PoolClient, keys: CodecKeys, ref: string): Promise<void> {
  const { rows } = await client.query<{ last_seq: number }>('SELECT last_seq FROM case_file WHERE ref = $1 FOR UPDATE', [ref]);
  const [row] = rows;
  if (row) await openRecord(client, keys, ref, row.last_seq);
}

const unsealedCases = `
  SELECT ref FROM case_file
  WHERE ref > $1 AND destroyed_at IS NULL
    AND last_seq > COALESCE((SELECT seq FROM record WHERE case_ref = ref ORDER BY seq DESC LIMIT 1), 0)
  ORDER BY ref LIMIT 500`;
