import type pg from 'pg';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { nextDay, type RowChanges } from './rows.js';

type Client = Pick<pg.ClientBase, 'query'>;

const instant = (column: string) => `to_timestamp(${column}::float8 / 1000)`;

/** The same instant for `to_timestamp`: PostgreSQL counts seconds. */
const seconds = (at: Instant | undefined): number | null => (at === undefined ? null : at / 1000);

/** Writes the case's own row, with the view from which its next entries are folded. */
export async function writeCaseFile(client: Client, view: CaseView, lastHash: string): Promise<void> {
  const { ref, procedure, revision, summary, stage, status, outcome, openedAt, closedAt, pause, lastSeq, parent } = view;
  const { title, owner, bodyName, siret, callId, amountCents } = summary;
  await client.query({
    name: 'write-case-file',
    text: `INSERT INTO case_file (ref, procedure, revision, title, owner_id, body_name, siret, call_id, amount_cents, stage, status, outcome,
             opened_at, closed_at, paused_on, next_day, last_seq, last_hash, view, parent_ref)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, to_timestamp($13), to_timestamp($14), $15, $16, $17, $18, $19, $20)
           ON CONFLICT (ref) DO UPDATE SET revision = $3, stage = $10, status = $11, outcome = $12, closed_at = to_timestamp($14),
             paused_on = $15, next_day = $16, last_seq = $17, last_hash = $18, view = $19`,
    values: [
      ref,
      procedure,
      revision,
      title,
      owner,
      bodyName,
      siret,
      callId,
      amountCents,
      stage,
      status,
      outcome?.kind,
      seconds(openedAt),
      seconds(closedAt),
      pause?.on,
      nextDay(view),
      lastSeq,
      lastHash,
      JSON.stringify(view),
      parent,
    ],
  });
}

/** Writes what changed beside the case's own row. */
export async function writeRows(client: Client, ref: string, changes: RowChanges): Promise<void> {
  const { tasks, closings, corrections, waits, ended, measures, abandoned } = changes;
  if (tasks.length > 0) await run(client, 'write-tasks', writeTasks, ref, tasks);
  if (closings.length > 0) await run(client, 'close-tasks', closeTasks, closings);
  if (corrections.length > 0) await run(client, 'correct-tasks', correctTasks, corrections);
  if (ended.length > 0)
    await client.query({ name: 'end-waits', text: 'DELETE FROM wait WHERE case_ref = $1 AND item = ANY($2)', values: [ref, ended] });
  if (waits.length > 0) await run(client, 'write-waits', writeWaits, ref, waits);
  if (measures.length > 0) await run(client, 'write-measures', writeMeasures, ref, measures);
  if (abandoned.length > 0)
    await client.query({
      name: 'abandon-effects',
      text: `UPDATE effect SET status = 'abandoned', updated_at = now() WHERE case_ref = $1 AND seq = ANY($2)`,
      values: [ref, abandoned],
    });
}

function run(client: Client, name: string, text: string, ...values: readonly unknown[]): Promise<unknown> {
  return client.query({ name, text, values: values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))) });
}

const writeTasks = `
  INSERT INTO task (id, case_ref, item, key, role, person_id, group_name, status, asked_at, last_day, overdue, seal, "except", context, due)
  SELECT id, $1, item, key, role, person_id, group_name, status, ${instant('asked_at')}, last_day, overdue, seal, "except", context, due
  FROM jsonb_to_recordset($2::jsonb) AS t(id text, item text, key text, role text, person_id uuid, group_name text, status text,
    asked_at float8, last_day date, overdue boolean, seal text, "except" text[], context jsonb, due jsonb)
  ON CONFLICT (id) DO UPDATE SET role = excluded.role, person_id = excluded.person_id, group_name = excluded.group_name,
    last_day = excluded.last_day, overdue = excluded.overdue, "except" = excluded."except", due = excluded.due`;

const closeTasks = `
  UPDATE task SET status = t.status, closed_at = ${instant('t.closed_at')}, answered_by = t.answered_by, answer = t.answer
  FROM jsonb_to_recordset($1::jsonb) AS t(id text, status text, closed_at float8, answered_by uuid, answer jsonb) WHERE task.id = t.id`;

const correctTasks = `
  UPDATE task SET answer = t.answer FROM jsonb_to_recordset($1::jsonb) AS t(id text, answer jsonb) WHERE task.id = t.id`;

const writeWaits = `
  INSERT INTO wait (case_ref, item, kind, key, role, person_id, since, last_day, stopped, on_lapse, due)
  SELECT $1, item, kind, key, role, person_id, ${instant('since')}, last_day, stopped, on_lapse, due
  FROM jsonb_to_recordset($2::jsonb) AS t(item text, kind text, key text, role text, person_id text, since float8, last_day date,
    stopped boolean, on_lapse text, due jsonb)
  ON CONFLICT (case_ref, item) DO UPDATE SET role = excluded.role, person_id = excluded.person_id, last_day = excluded.last_day,
    stopped = excluded.stopped, due = excluded.due`;

const writeMeasures = `
  INSERT INTO measure (case_ref, seq, indicator, value, unit, evidence, at)
  SELECT $1, seq, indicator, value, unit, evidence, ${instant('at')}
  FROM jsonb_to_recordset($2::jsonb) AS t(seq int, indicator text, value float8, unit text, evidence text, at float8)
  ON CONFLICT (case_ref, seq) DO NOTHING`;
