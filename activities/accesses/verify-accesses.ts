import type pg from 'pg';
import type { Fault } from '../journal/fault.js';
import { genesis, nextHash } from '../journal/hash-chain.js';
import type { Access } from './access.js';

interface Row {
  readonly case_ref: string;
  readonly seq: number;
  readonly at: number;
  readonly person_id: string;
  readonly roles: string[];
  readonly what: string;
  readonly object: string | null;
  readonly under: string;
  readonly remark: string | null;
  readonly request_id: string;
  readonly hash: string;
  /** Where the chain goes on after its oldest entries were removed: the last of those. */
  readonly anchor_seq: number | null;
  readonly anchor_hash: string | null;
}

/**
 * Checks the chain of accesses of every case; of each that is broken, says where it breaks first. One whose oldest entries were removed
 * goes on from its anchor. Memory holds one batch.
 */
export async function* verifyAccesses(client: pg.ClientBase, batch = 5_000): AsyncGenerator<Fault> {
  let chain = { ref: '', seq: 0, hash: genesis, broken: false };
  for (;;) {
    const { rows } = await client.query<Row>(readAfter, [chain.ref, chain.seq, batch]);
    for (const row of rows) {
      if (row.case_ref !== chain.ref)
        chain = { ref: row.case_ref, seq: row.anchor_seq ?? 0, hash: row.anchor_hash ?? genesis, broken: false };
      const seq = chain.seq + 1;
      const hash = nextHash(chain.hash, accessOf(row));
      const what =
        row.seq !== seq ? 'Un accès manque.' : hash !== row.hash ? 'L’accès a été modifié : son empreinte ne correspond plus.' : '';
      // What follows a break cannot be trusted, and says nothing more.
      if (what !== '' && !chain.broken) yield { ref: row.case_ref, seq, what };
      chain = { ref: row.case_ref, seq: row.seq, hash: row.hash, broken: chain.broken || what !== '' };
    }
    if (rows.length < batch) return;
  }
}

const readAfter = `
  SELECT e.case_ref, e.seq, round(extract(epoch FROM e.at) * 1000)::float8 AS at, person_id, roles, what, object, under, remark, request_id,
    e.hash, a.seq AS anchor_seq, a.hash AS anchor_hash
  FROM access_entry e LEFT JOIN access_anchor a ON a.case_ref = e.case_ref
  WHERE (e.case_ref, e.seq) > ($1, $2) ORDER BY e.case_ref, e.seq LIMIT $3`;

const accessOf = (row: Row): Access => ({
  caseRef: row.case_ref,
  at: row.at,
  personId: row.person_id,
  roles: row.roles,
  what: row.what,
  ...(row.object !== null && { object: row.object }),
  under: row.under,
  ...(row.remark !== null && { remark: row.remark }),
  requestId: row.request_id,
});

export async function countAccesses(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM access_entry');
  return Number(rows[0]?.count ?? 0);
}
