import type pg from 'pg';
import { upsert } from './columns.js';
import type { RowChanges } from './row-changes.js';
import { caseFileRow } from './rows.js';

/** Writes a case's changed rows, its own among them, in one round trip. */
export async function writeRows(client: pg.ClientBase, changes: RowChanges, lastHash: string): Promise<void> {
  const { view, tasks, closings, corrections, waits, ended, measures, abandoned } = changes;
  const recordsets = [[caseFileRow(view, lastHash)], tasks, waits, measures, closings, corrections];
  await client.query({
    name: 'write-rows',
    text: writeAll,
    values: [...recordsets.map((rows) => JSON.stringify(rows)), view.ref, ended, abandoned],
  });
}

// PostgreSQL runs each part once, in no order that matters: no row is in two of them, and foreign keys are checked at the end.
const writeAll = `
  WITH case_files AS (${upsert('case_file', '$1')}),
  tasks AS (${upsert('task', '$2')}),
  waits AS (${upsert('wait', '$3')}),
  measures AS (${upsert('measure', '$4')}),
  closings AS (
    UPDATE task SET status = t.status, closed_at = to_timestamp(t.closed_at / 1000), answered_by = t.answered_by, answer = t.answer
    FROM jsonb_to_recordset($5::jsonb) AS t(id text, status text, closed_at float8, answered_by uuid, answer jsonb) WHERE task.id = t.id),
  corrections AS (
    UPDATE task SET answer = t.answer FROM jsonb_to_recordset($6::jsonb) AS t(id text, answer jsonb) WHERE task.id = t.id),
  ended AS (DELETE FROM wait WHERE case_ref = $7 AND item = ANY($8)),
  abandoned AS (UPDATE effect SET status = 'abandoned', updated_at = now() WHERE case_ref = $7 AND seq = ANY($9))
  SELECT`;
