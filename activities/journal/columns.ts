import type { CaseFileRow, MeasureRow, TaskRow, WaitRow } from './rows.js';

/** `instant` is milliseconds here and a timestamp in the table. */
type ColumnType = 'text' | 'text[]' | 'uuid' | 'date' | 'boolean' | 'int' | 'bigint' | 'float8' | 'jsonb' | 'instant';

type Columns<Row> = { readonly [column in keyof Row]: ColumnType };

export const readTables = ['case_file', 'task', 'wait', 'measure'] as const;
export type ReadTable = (typeof readTables)[number];

/** Every column that is folded from the journal: writing, verifying and rebuilding all read this table, so none can forget one. */
const columns: {
  readonly case_file: Columns<CaseFileRow>;
  readonly task: Columns<TaskRow>;
  readonly wait: Columns<WaitRow>;
  readonly measure: Columns<MeasureRow>;
} = {
  case_file: {
    ref: 'text',
    procedure: 'text',
    revision: 'text',
    title: 'text',
    owner_id: 'uuid',
    body_name: 'text',
    siret: 'text',
    call_id: 'uuid',
    amount_cents: 'bigint',
    stage: 'text',
    status: 'text',
    outcome: 'text',
    opened_at: 'instant',
    closed_at: 'instant',
    paused_on: 'date',
    next_day: 'date',
    last_seq: 'int',
    last_hash: 'text',
    view: 'jsonb',
    parent_ref: 'text',
    destroyed_at: 'instant',
  },
  task: {
    id: 'text',
    case_ref: 'text',
    item: 'text',
    key: 'text',
    role: 'text',
    person_id: 'uuid',
    group_name: 'text',
    status: 'text',
    asked_at: 'instant',
    last_day: 'date',
    overdue: 'boolean',
    closed_at: 'instant',
    answered_by: 'uuid',
    seal: 'text',
    except: 'text[]',
    context: 'jsonb',
    answer: 'jsonb',
    due: 'jsonb',
  },
  wait: {
    case_ref: 'text',
    item: 'text',
    kind: 'text',
    key: 'text',
    role: 'text',
    person_id: 'text',
    since: 'instant',
    last_day: 'date',
    stopped: 'boolean',
    on_lapse: 'text',
    optional: 'boolean',
    due: 'jsonb',
  },
  measure: { case_ref: 'text', seq: 'int', indicator: 'text', value: 'float8', unit: 'text', evidence: 'text[]', at: 'instant' },
};

const keys: Readonly<Record<ReadTable, readonly string[]>> = {
  case_file: ['ref'],
  task: ['id'],
  wait: ['case_ref', 'item'],
  measure: ['case_ref', 'seq'],
};

const columnsOf = (table: ReadTable) => Object.entries<ColumnType>(columns[table]);
const names = (table: ReadTable) => columnsOf(table).map(([name]) => `"${name}"`);

/** A parameter of a statement. */
export type Parameter = `$${number}`;

/** Writes the rows of a JSON array, the parameter, over those that are there. */
export function upsert(table: ReadTable, parameter: Parameter): string {
  const values = columnsOf(table).map(([name, type]) => (type === 'instant' ? `to_timestamp("${name}" / 1000)` : `"${name}"`));
  const types = columnsOf(table).map(([name, type]) => `"${name}" ${type === 'instant' ? 'float8' : type}`);
  const changes = names(table).map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO "${table}" (${names(table).join(', ')}) SELECT ${values.join(', ')}
    FROM jsonb_to_recordset(${parameter}::jsonb) AS t(${types.join(', ')})
    ON CONFLICT (${keys[table].join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}

/** A case's rows of every read table as JSON, in the shape of `rows.ts`; $1 is the case's reference. */
export const readRows: string = readTables
  .map((table) => {
    const fields = columnsOf(table).map(
      ([name, type]) => `'${name}', ${type === 'instant' ? `round(extract(epoch FROM "${name}") * 1000)` : `"${name}"`}`,
    );
    return `SELECT '${table}' AS "table", jsonb_build_object(${fields.join(', ')}) AS row
      FROM "${table}" WHERE ${table === 'case_file' ? 'ref' : 'case_ref'} = $1`;
  })
  .join(' UNION ALL ');

/** What tells a row from the others of its case. */
export const rowName = (table: ReadTable, row: Readonly<Record<string, unknown>>): string => String(row[keys[table].at(-1) ?? '']);
