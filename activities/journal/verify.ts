import type pg from 'pg';
import { sameJson } from '#workflows/kit/same-json.js';
import { genesis, nextHash } from './hash-chain.js';
import { writtenCases, type WrittenCase } from './read-journal.js';
import { nextDay, wholeRows } from './rows.js';

/** Something that is not as the journal says, in French, for the person who looks after the service. */
export interface Fault {
  readonly ref: string;
  readonly seq?: number;
  readonly what: string;
}

/** Checks every chain, and that the read tables equal a fresh fold. Calls `progress` with the entries read so far. */
export async function* verify(client: pg.ClientBase, progress: (entries: number) => void = () => undefined): AsyncGenerator<Fault> {
  let read = 0;
  for await (const written of writtenCases(client)) {
    const broken = [...chainFaults(written)];
    yield* broken;
    if (broken.length === 0) yield* tableFaults(client, written);
    read += written.entries.length;
    progress(read);
  }
  const orphans = await client.query<{ ref: string }>(
    'SELECT ref FROM case_file c WHERE NOT EXISTS (SELECT FROM journal j WHERE j.case_ref = c.ref)',
  );
  for (const { ref } of orphans.rows) yield { ref, what: 'Le dossier est dans les listes, mais son journal est vide.' };
}

function* chainFaults({ ref, entries }: WrittenCase): Generator<Fault> {
  let hash = genesis;
  for (const [index, written] of entries.entries()) {
    if (written.seq !== index + 1) {
      yield { ref, seq: index + 1, what: 'L’écriture manque.' };
      return;
    }
    hash = nextHash(hash, written.entry);
    if (hash !== written.hash) {
      yield { ref, seq: written.seq, what: 'L’écriture a été modifiée : son empreinte ne correspond plus.' };
      return;
    }
  }
}

async function* tableFaults(client: pg.ClientBase, { ref, entries }: WrittenCase): AsyncGenerator<Fault> {
  const { view, tasks, waits, measures } = wholeRows(entries.map(({ entry }) => entry));
  const { status, stage, lastSeq } = view;
  const caseFile = { status, stage, last_seq: lastSeq, next_day: nextDay(view), last_hash: entries.at(-1)?.hash, view };
  for (const [table, sql, expected] of [
    ['case_file', readCaseFile, [caseFile]],
    ['task', readTasks, tasks],
    ['wait', readWaits, waits],
    ['measure', readMeasures, measures],
  ] as const) {
    const { rows } = await client.query<{ row: Readonly<Record<string, unknown>> }>(sql, [ref]);
    const found = byKey(rows.map(({ row }) => row));
    const wanted = byKey(expected as readonly Readonly<Record<string, unknown>>[]);
    for (const key of new Set([...found.keys(), ...wanted.keys()]))
      if (!sameJson(found.get(key), wanted.get(key)))
        yield { ref, what: `La table ${table} ne dit pas ce que dit le journal : ligne ${key}.` };
  }
}

const byKey = (rows: readonly Readonly<Record<string, unknown>>[]) => new Map(rows.map((row) => [keyOf(row), row]));

const keyOf = ({ item, seq }: Readonly<Record<string, unknown>>): string =>
  typeof item === 'string' ? item : typeof seq === 'number' ? `${seq}` : 'du dossier';

const ms = (column: string) => `round(extract(epoch FROM ${column}) * 1000)::float8`;
const row = (table: string, fields: string) => `SELECT jsonb_build_object(${fields}) AS row FROM ${table}`;

const readCaseFile = `${row('case_file', `'status', status, 'stage', stage, 'last_seq', last_seq, 'next_day', next_day, 'last_hash', last_hash, 'view', view`)} WHERE ref = $1`;
const readTasks = `${row(
  'task',
  `'id', id, 'item', item, 'key', key, 'role', role, 'person_id', person_id, 'group_name', group_name, 'status', status, 'asked_at', ${ms('asked_at')},
   'last_day', last_day, 'overdue', overdue, 'closed_at', ${ms('closed_at')}, 'answered_by', answered_by, 'seal', seal, 'except', "except",
   'context', context, 'answer', answer, 'due', due`,
)} WHERE case_ref = $1`;
const readWaits = `${row(
  'wait',
  `'item', item, 'kind', kind, 'key', key, 'role', role, 'person_id', person_id, 'since', ${ms('since')}, 'last_day', last_day, 'stopped', stopped,
   'on_lapse', on_lapse, 'due', due`,
)} WHERE case_ref = $1`;
const readMeasures = `${row('measure', `'seq', seq, 'indicator', indicator, 'value', value, 'unit', unit, 'evidence', evidence, 'at', ${ms('at')}`)} WHERE case_ref = $1`;
