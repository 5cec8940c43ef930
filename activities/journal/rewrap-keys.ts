import type pg from 'pg';
import { unwrapCaseKey, wrapCaseKey } from '../codec/case-key.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import { inTransaction } from './transaction.js';

/**
 * Wraps the keys of cases by the current key of JALON_CODEC_KEYS, so that an older one may be taken out of it. What is sealed does not
 * change. An interrupted run goes on at the next. Returns how many it wrapped. Throws when a key does not open.
 */
export async function rewrapKeys(pool: pg.Pool, keys: CodecKeys): Promise<number> {
  const atOnce = 500;
  for (let done = 0, some: number; ; done += some) {
    some = await inTransaction(pool, (client) => rewrapSome(client, keys, atOnce));
    if (some === 0) return done;
  }
}

async function rewrapSome(client: pg.PoolClient, keys: CodecKeys, atOnce: number): Promise<number> {
  const { rows } = await client.query<{ ref: string; wrapped: Buffer; wrappedBy: string }>(
    `SELECT case_ref AS ref, wrapped, wrapped_by AS "wrappedBy" FROM case_key
     WHERE wrapped IS NOT NULL AND wrapped_by <> $1 ORDER BY case_ref LIMIT $2 FOR UPDATE`,
    [keys.current, atOnce],
  );
  const wrapped = rows.map((row) => wrapCaseKey(keys, row.ref, unwrapCaseKey(keys, row.ref, row)).wrapped);
  await client.query(
    `UPDATE case_key SET wrapped = t.wrapped, wrapped_by = $3
     FROM unnest($1::text[], $2::bytea[]) AS t(ref, wrapped) WHERE case_ref = t.ref AND case_key.wrapped IS NOT NULL`,
    [rows.map(({ ref }) => ref), wrapped, keys.current],
  );
  return rows.length;
}
