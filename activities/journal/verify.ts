import type pg from 'pg';
import { sameJson } from '#workflows/kit/same-json.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import { readRows, readTables, rowName, type ReadTable } from './columns.js';
import { caseFault, type Fault, isDestroyed } from './fault.js';
import { genesis } from './hash-chain.js';
import { writtenCases, type WrittenCase } from './read-journal.js';
import { rowChanges } from './row-changes.js';
import { caseFileRow } from './rows.js';

/** What was looked at so far. */
export interface Verified {
  readonly entries: number;
  readonly cases: number;
  /** Of those cases. */
  readonly destroyed: number;
}

/**
 * Checks every record's chain, that the journal says what the record says, and that the read tables equal a fresh fold; of a destroyed
 * case, that its chain is whole and nothing can be read. Calls `progress` after each case. All is read at one instant, so that the
 * application may write meanwhile.
 */
export async function* verify(
  client: pg.ClientBase,
  keys: CodecKeys,
  progress: (read: Verified) => void = () => undefined,
): AsyncGenerator<Fault> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const read = { entries: 0, cases: 0, destroyed: 0 };
    for await (const written of writtenCases(client)) {
      const fault = caseFault(written, keys);
      if (fault) yield fault;
      else yield* isDestroyed(written) ? remainsFaults(client, written) : tableFaults(client, written);
      read.entries += Math.max(written.entries.length, written.record.length);
      read.cases += 1;
      if (isDestroyed(written)) read.destroyed += 1;
      progress(read);
    }
    yield* strangers(client);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function* tableFaults(client: pg.ClientBase, { ref, entries }: WrittenCase): AsyncGenerator<Fault> {
  const { view, tasks, waits, measures } = rowChanges(
    undefined,
    entries.map(({ entry }) => entry),
  );
  const expected = { case_file: [caseFileRow(view, entries.at(-1)?.hash ?? '')], task: tasks, wait: waits, measure: measures };
  const found = await rowsOf(client, ref);
  for (const table of readTables) {
    const named = (all: readonly Row[]) => new Map(all.map((row) => [rowName(table, row), row]));
    const there = named(found.get(table) ?? []);
    const wanted = named(expected[table] as unknown as readonly Row[]);
    for (const name of new Set([...there.keys(), ...wanted.keys()]))
      if (!sameJson(there.get(name), wanted.get(name)))
        yield { ref, what: `La table ${table} ne dit pas ce que dit le journal : ligne ${name}.` };
  }
}

/** The tombstone of a destroyed case ends where its chain does, so that no row is missing at the end; and nothing else is kept. */
async function* remainsFaults(client: pg.ClientBase, { ref, record }: WrittenCase): AsyncGenerator<Fault> {
  const found = await rowsOf(client, ref);
  const [tombstone] = found.get('case_file') ?? [];
  const head = record.at(-1);
  if (tombstone?.last_seq !== (head?.seq ?? 0) || tombstone.last_hash !== (head?.hash ?? genesis) || tombstone.destroyed_at === null)
    yield { ref, what: 'Le dossier est détruit, mais ce qui en reste ne finit pas où finit son registre scellé.' };
  for (const table of ['task', 'wait'] as const)
    if (found.has(table)) yield { ref, what: `Le dossier est détruit, mais la table ${table} en garde des lignes.` };
}

type Row = Readonly<Record<string, unknown>>;

async function rowsOf(client: pg.ClientBase, ref: string): Promise<ReadonlyMap<ReadTable, readonly Row[]>> {
  const { rows } = await client.query<{ table: ReadTable; row: Row }>({ name: 'read-rows', text: readRows, values: [ref] });
  const found = new Map<ReadTable, Row[]>();
  for (const { table, row } of rows) found.set(table, [...(found.get(table) ?? []), row]);
  return found;
}

/** Cases that the read tables know, and of which nothing is written. */
async function* strangers(client: pg.ClientBase): AsyncGenerator<Fault> {
  const { rows } = await client.query<{ ref: string }>(`
    SELECT ref FROM case_file
    WHERE NOT EXISTS (SELECT FROM journal WHERE case_ref = ref) AND NOT EXISTS (SELECT FROM case_key WHERE case_ref = ref)
    ORDER BY ref`);
  for (const { ref } of rows) yield { ref, what: 'Le dossier est dans les listes, mais son journal est vide.' };
}
