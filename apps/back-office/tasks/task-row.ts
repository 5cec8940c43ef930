import { taskLabel } from '#workflows/kit/waits.js';
import type { Role } from '#workflows/kit/people.js';
import { Prisma } from '#prisma/generated/client.js';
import { participantName } from '../database/participant-name.js';
import type { Fields } from '../openapi/fields.js';
import { procedureOf, stageLabel } from '../procedures.js';
import type { TaskRow } from './tasks.dto.js';

const { sql } = Prisma;

/** What every list of tasks reads; see `taskTables`. */
export const taskColumns = sql`t.id, t.case_ref, t.key, t.role, t.last_day::text, t.overdue, t.asked_at, c.title, c.body_name, ${participantName},
  c.procedure, c.revision, c.stage, cl.person_id AS claimed_by, p.name AS claimed_name, COALESCE(w.stopped, FALSE) AS stopped`;

export const taskTables = sql`task t JOIN case_file c ON c.ref = t.case_ref LEFT JOIN claim cl ON cl.task_id = t.id
  LEFT JOIN person p ON p.id = cl.person_id LEFT JOIN wait w ON w.case_ref = t.case_ref AND w.item = t.item`;

export interface StoredTaskRow {
  id: string;
  case_ref: string;
  key: string;
  role: Role;
  last_day: string | null;
  overdue: boolean;
  asked_at: Date;
  title: string;
  body_name: string | null;
  participant: string | null;
  procedure: string;
  revision: string;
  stage: string;
  claimed_by: string | null;
  claimed_name: string | null;
  stopped: boolean;
}

export function taskRow(row: StoredTaskRow): Fields<TaskRow> {
  const procedure = procedureOf(row.procedure, row.revision);
  return {
    id: row.id,
    ref: row.case_ref,
    title: row.title,
    ...(row.body_name !== null && { applicantBody: row.body_name }),
    ...(row.participant !== null && { participant: row.participant }),
    procedure: row.procedure,
    procedureLabel: procedure.label,
    key: row.key,
    label: taskLabel(procedure, row.key),
    stage: row.stage,
    stageLabel: stageLabel(procedure, row.stage),
    role: row.role,
    // A stopped clock has no last day: it is computed again when the clock restarts.
    ...(row.last_day !== null && !row.stopped && { lastDay: row.last_day }),
    overdue: row.overdue,
    askedAt: row.asked_at.toISOString(),
    ...(row.claimed_by !== null && { claimedBy: { id: row.claimed_by, name: row.claimed_name ?? '' } }),
    stopped: row.stopped,
  };
}
