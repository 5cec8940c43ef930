import type pg from 'pg';
import type { Entry } from '#workflows/kit/journal.js';
import { newCaseKey, unwrapCaseKey, wrapCaseKey } from '../codec/case-key.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import type { Parameter } from './columns.js';
import { emptyRecord, type RecordHead, type SealedEntry, sealEntries } from './seal.js';

/** Where a case's record stands, and the key that seals what comes next. */
export interface OpenRecord {
  readonly key: Buffer;
  readonly head: RecordHead;
}

/** The record of a case that has none: makes its key. */
export async function beginRecord(client: pg.ClientBase, keys: CodecKeys, ref: string): Promise<OpenRecord> {
  const key = newCaseKey();
  const { wrapped, wrappedBy } = wrapCaseKey(keys, ref, key);
  await client.query({
    name: 'begin-record',
    text: 'INSERT INTO case_key (case_ref, wrapped, wrapped_by) VALUES ($1, $2, $3)',
    values: [ref, wrapped, wrappedBy],
  });
  return { key, head: emptyRecord };
}

/** The record of a case whose row is locked, complete up to its last written entry: what an older release wrote is sealed first. */
export async function openRecord(client: pg.ClientBase, keys: CodecKeys, ref: string, lastSeq: number): Promise<OpenRecord> {
  const { rows } = await client.query<{ wrapped: Buffer; wrappedBy: string; seq: number | null; hash: string }>({
    name: 'open-record',
    text: openOne,
    values: [ref],
  });
  const [row] = rows;
  const record: OpenRecord = row
    ? { key: unwrapCaseKey(keys, ref, row), head: row.seq === null ? emptyRecord : { seq: row.seq, hash: row.hash } }
    : await beginRecord(client, keys, ref);
  return record.head.seq < lastSeq ? sealWritten(client, ref, record) : record;
}

const openOne = `
  SELECT wrapped, wrapped_by AS "wrappedBy", seq, hash
  FROM case_key LEFT JOIN LATERAL (SELECT seq, hash FROM record WHERE record.case_ref = $1 ORDER BY seq DESC LIMIT 1) AS head ON true
  WHERE case_key.case_ref = $1`;

async function sealWritten(client: pg.ClientBase, ref: string, { key, head }: OpenRecord): Promise<OpenRecord> {
  const { rows } = await client.query<{ entry: Entry }>({
    text: 'SELECT entry FROM journal WHERE case_ref = $1 AND seq > $2 ORDER BY seq',
    values: [ref, head.seq],
  });
  const entries = rows.map(({ entry }) => entry);
  const sealed = sealEntries(key, ref, head, entries);
  await client.query({ name: 'seal-more', text: sealMore, values: [ref, JSON.stringify(sealed.map(recordRow))] });
  return { key, head: sealed.at(-1) ?? head };
}

/** A row as `appendRecord` takes it. */
export const recordRow = ({ sealed, ...row }: SealedEntry) => ({ ...row, sealed: sealed.toString('base64') });

/** Writes the rows of a JSON array, the second parameter, into the record of a case, the first. */
export const appendRecord = (ref: Parameter, rows: Parameter): string => `
  INSERT INTO record (case_ref, seq, at, sealed, commitment, hash)
  SELECT ${ref}, seq, to_timestamp(at / 1000), decode(sealed, 'base64'), commitment, hash
  FROM jsonb_to_recordset(${rows}::jsonb) AS t(seq int, at float8, sealed text, commitment text, hash text)`;

const sealMore = appendRecord('$1', '$2');
