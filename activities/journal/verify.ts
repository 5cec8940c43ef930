import type pg from 'pg';
import { sameJson } from '#workflows/kit/same-json.js';
import { readRows, readTables, rowName, type ReadTable } from './columns.js';
import { chainFault, type Fault } from './fault.js';
import { writtenCases, type WrittenCase } from './read-journal.js';
import { rowChanges } from './row-changes.js';
import { caseFileRow } from './rows.js';

/**
 * Checks every chain, and that the read tables equal a fresh fold. Calls `progress` with the entries read so far. All is read at one
 * instant, so that the application may write meanwhile.
 */
export async function* verify(client: pg.ClientBase, progress: (entries: number) => void = () => undefined): AsyncGenerator<Fault> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    let read = 0;
    for await (const written of writtenCases(client)) {
      const fault = chainFault(written);
      if (fault) yield fault;
      else yield* tableFaults(client, written);
      read += written.entries.length;
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
  const { rows } = await client.query<{ table: ReadTable; row: Row }>({ name: 'read-rows', text: readRows, values: [ref] });
  for (const table of readTables) {
    const named = (all: readonly Row[]) => new Map(all.map((row) => [rowName(table, row), row]));
    const found = named(rows.filter((one) => one.table === table).map(({ row }) => row));
    const wanted = named(expected[table] as unknown as readonly Row[]);
    for (const name of new Set([...found.keys(), ...wanted.keys()]))
      if (!sameJson(found.get(name), wanted.get(name)))
        yield { ref, what: `La table ${table} ne dit pas ce que dit le journal : ligne ${name}.` };
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Cases that the read tables know and the journal does not. */
async function* strangers(client: pg.ClientBase): AsyncGenerator<Fault> {
  const { rows } = await client.query<{ ref: string }>(`
    SELECT ref FROM case_file
    WHERE NOT EXISTS (SELECT FROM journal WHERE case_ref = ref) ORDER BY ref`);
  for (const { ref } of rows) yield { ref, what: 'Le dossier est dans les listes, mais son journal est vide.' };
}
