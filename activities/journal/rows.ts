import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import type { Entry } from '#workflows/kit/journal.js';

/** Rows of the read tables, column by column. Instants are milliseconds, days civil dates. */
export interface CaseFileRow {
  readonly ref: string;
  readonly procedure: string;
  readonly revision: string;
  readonly title: string;
  readonly owner_id: string;
  readonly body_name: string | null;
  readonly siret: string | null;
  readonly call_id: string | null;
  readonly amount_cents: number | null;
  readonly stage: string;
  readonly status: CaseView['status'];
  readonly outcome: string | null;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
  readonly paused_on: CivilDate | null;
  readonly next_day: CivilDate | null;
  readonly last_seq: number;
  readonly last_hash: string;
  readonly view: CaseView;
  readonly parent_ref: string | null;
  readonly destroyed_at: Instant | null;
}

export interface TaskRow {
  readonly id: string;
  readonly case_ref: string;
  readonly item: string;
  readonly key: string;
  readonly role: string;
  readonly person_id: string | null;
  readonly group_name: string | null;
  readonly status: 'open' | 'answered' | 'lapsed' | 'dropped';
  readonly asked_at: Instant;
  readonly last_day: CivilDate | null;
  readonly overdue: boolean;
  readonly closed_at: Instant | null;
  readonly answered_by: string | null;
  readonly seal: string | null;
  readonly except: readonly string[];
  readonly context: unknown;
  readonly answer: unknown;
  readonly due: unknown;
}

export interface WaitRow {
  readonly case_ref: string;
  readonly item: string;
  readonly kind: string;
  readonly key: string;
  readonly role: string | null;
  readonly person_id: string | null;
  readonly since: Instant;
  readonly last_day: CivilDate | null;
  readonly stopped: boolean;
  readonly on_lapse: string | null;
  readonly optional: boolean;
  readonly due: unknown;
}

export interface MeasureRow {
  readonly case_ref: string;
  readonly seq: number;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly evidence: readonly string[];
  readonly at: Instant;
}

export type TaskClosing = Pick<TaskRow, 'id' | 'status' | 'closed_at' | 'answered_by' | 'answer'>;

export const taskId = (ref: string, item: string): string => `${ref}.${item}`;

export function caseFileRow(view: CaseView, lastHash: string): CaseFileRow {
  const { title, owner, bodyName, siret, callId, amountCents } = view.summary;
  return {
    ref: view.ref,
    procedure: view.procedure,
    revision: view.revision,
    title,
    owner_id: owner,
    body_name: bodyName ?? null,
    siret: siret ?? null,
    call_id: callId ?? null,
    amount_cents: amountCents ?? null,
    stage: view.stage,
    status: view.status,
    outcome: view.outcome?.kind ?? null,
    opened_at: view.openedAt,
    closed_at: view.closedAt ?? null,
    paused_on: view.pause?.on ?? null,
    next_day: nextDay(view),
    last_seq: view.lastSeq,
    last_hash: lastHash,
    view,
    parent_ref: view.parent ?? null,
    destroyed_at: null,
  };
}

/** Earliest last day of what the case waits for; nothing while all of it stands still. */
function nextDay({ waits }: CaseView): CivilDate | null {
  const days = waits.flatMap(({ due, stopped, optional }) => (due && !stopped && !optional ? [due.lastDay] : []));
  return days.sort()[0] ?? null;
}

/** An open task. */
export const taskRow = (ref: string, wait: Wait): TaskRow => ({
  id: taskId(ref, wait.id),
  case_ref: ref,
  item: wait.id,
  key: wait.key,
  role: wait.who?.role ?? '',
  person_id: wait.who?.person ?? null,
  group_name: wait.who?.group ?? null,
  status: 'open',
  asked_at: wait.since,
  last_day: wait.due?.lastDay ?? null,
  overdue: wait.overdue,
  closed_at: null,
  answered_by: null,
  seal: wait.seal ?? null,
  except: wait.except ?? [],
  context: wait.context ?? null,
  answer: null,
  due: wait.due ?? null,
});

/** How a task that is open no longer ended: by its answer, by its last day, or because the story went on without it. */
export function taskClosing(ref: string, item: string, entry: Entry): TaskClosing {
  const closed = { id: taskId(ref, item), closed_at: entry.at, answered_by: null, answer: null };
  if (entry.type === 'answered') return { ...closed, status: 'answered', answered_by: entry.by, answer: entry.answer };
  return { ...closed, status: entry.type === 'lapsed' ? 'lapsed' : 'dropped' };
}

export const waitRow = (ref: string, wait: Wait): WaitRow => ({
  case_ref: ref,
  item: wait.id,
  kind: wait.kind,
  key: wait.key,
  role: wait.who?.role ?? null,
  person_id: wait.who?.person ?? null,
  since: wait.since,
  last_day: wait.due?.lastDay ?? null,
  stopped: wait.stopped,
  on_lapse: wait.onLapse ?? null,
  optional: wait.optional ?? false,
  due: wait.due ?? null,
});

export function measureRow(ref: string, entry: Entry): MeasureRow[] {
  if (entry.type !== 'measured') return [];
  const { seq, indicator, value, unit, evidence = [], at } = entry;
  return [{ case_ref: ref, seq, indicator, value, unit, evidence, at }];
}
