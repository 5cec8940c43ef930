import type pg from 'pg';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { Entry, EntryType } from '#workflows/kit/journal.js';
import type { SealedEntry } from './seal.js';

/** A row of the journal: an entry, and the columns that repeat a part of it. */
export interface WrittenEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly type: EntryType;
  readonly entry: Entry;
  readonly hash: string;
}

/** The key of a case as it is stored. */
export interface StoredKey {
  /** Null once destroyed. */
  readonly wrapped: Buffer | null;
  readonly wrappedBy: string;
}

/** All that is written of a case: its sealed record, and its journal in clear. */
export interface WrittenCase {
  readonly ref: string;
  readonly entries: readonly WrittenEntry[];
  readonly record: readonly SealedEntry[];
  readonly key?: StoredKey;
}

const at = 'round(extract(epoch FROM at) * 1000)::float8 AS at';

/** Every case, one after the other, whatever their number: memory holds a few. */
export async function* writtenCases(client: pg.ClientBase): AsyncGenerator<WrittenCase> {
  const atOnce = 25;
  for await (const refs of writtenRefs(client, atOnce)) yield* await readCases(client, refs);
}

/** One case as it stands now. */
export async function writtenCase(client: pg.ClientBase, ref: string): Promise<WrittenCase> {
  const [found] = await readCases(client, [ref]);
  return found ?? { ref, entries: [], record: [] };
}

async function readCases(client: pg.ClientBase, refs: readonly string[]): Promise<WrittenCase[]> {
  const rowsOf = async <Row extends object>(name: string, text: string) => {
    const { rows } = await client.query<Row & { case_ref: string }>({ name, text, values: [refs] });
    const found = new Map<string, Row[]>(refs.map((ref) => [ref, []]));
    for (const row of rows) found.get(row.case_ref)?.push(row);
    return found;
  };
  const journal = await rowsOf<WrittenEntry>(
    'read-journals',
    `SELECT case_ref, seq, ${at}, type, entry, hash FROM journal WHERE case_ref = ANY($1) ORDER BY case_ref, seq`,
  );
  const records = await rowsOf<SealedEntry>(
    'read-records',
    `SELECT case_ref, seq, ${at}, sealed, commitment, hash FROM record WHERE case_ref = ANY($1) ORDER BY case_ref, seq`,
  );
  const keys = await rowsOf<StoredKey>(
    'read-keys',
    'SELECT case_ref, wrapped, wrapped_by AS "wrappedBy" FROM case_key WHERE case_ref = ANY($1)',
  );
  return refs.map((ref) => ({ ref, entries: journal.get(ref) ?? [], record: records.get(ref) ?? [], key: keys.get(ref)?.[0] }));
}

type Queryable = Pick<pg.ClientBase, 'query'>;

/** The references of every case that is written anywhere, some at a time. */
export async function* writtenRefs(database: Queryable, atOnce = 500): AsyncGenerator<readonly string[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const { rows }: pg.QueryResult<{ ref: string }> = await database.query(nextRefs, [after, atOnce]);
    if (rows.length > 0) yield rows.map(({ ref }) => ref);
    after = rows.at(-1)?.ref;
  }
}

// From one reference to the next by the primary key: DISTINCT would read the whole table for every few of them.
const some = (table: string) => `(
  WITH RECURSIVE found AS (
    (SELECT case_ref FROM ${table} WHERE case_ref > $1 ORDER BY case_ref LIMIT 1)
    UNION ALL
    SELECT (SELECT t.case_ref FROM ${table} AS t WHERE t.case_ref > found.case_ref ORDER BY t.case_ref LIMIT 1)
    FROM found WHERE found.case_ref IS NOT NULL)
  SELECT case_ref AS ref FROM found WHERE case_ref IS NOT NULL LIMIT $2)`;
const nextRefs = `SELECT ref FROM (${['case_key', 'journal', 'record'].map(some).join(' UNION ')}) AS written ORDER BY ref LIMIT $2`;

export async function countEntries(database: Queryable): Promise<number> {
  const { rows }: pg.QueryResult<{ count: string }> = await database.query(
    'SELECT greatest((SELECT count(*) FROM journal), (SELECT count(*) FROM record)) AS count',
  );
  return Number(rows[0]?.count ?? 0);
}
