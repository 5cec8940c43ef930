import type pg from 'pg';
import type { CodecKeys } from '../codec/codec-keys.js';
import { inTransaction } from '../journal/transaction.js';
import { openSecret, sealSecret } from './signing-secret.js';

interface Row {
  id: string;
  secret: Buffer;
  secret_by: string;
  previous_secret: Buffer | null;
  previous_by: string | null;
}

/** Seals the signing secrets of webhooks by the current key of JALON_CODEC_KEYS. Returns how many webhooks it touched. Throws when a key does not open. */
export function rewrapSecrets(pool: pg.Pool, keys: CodecKeys): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(
      'SELECT id, secret, secret_by, previous_secret, previous_by FROM webhook WHERE secret_by <> $1 OR previous_by <> $1 FOR UPDATE',
      [keys.current],
    );
    for (const { id, secret, secret_by, previous_secret, previous_by } of rows) {
      const again = (sealed: Buffer, by: string) => sealSecret(keys, id, openSecret(keys, id, sealed, by));
      const now = again(secret, secret_by);
      const before = previous_secret === null || previous_by === null ? null : again(previous_secret, previous_by);
      await client.query('UPDATE webhook SET secret = $2, secret_by = $3, previous_secret = $4, previous_by = $5 WHERE id = $1', [
        id,
        Buffer.from(now.secret),
        now.secretBy,
        before && Buffer.from(before.secret),
        before && before.secretBy,
      ]);
    }
    return rows.length;
  });
}
