import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import { fold } from '#workflows/kit/fold.js';
import type { Entry } from '#workflows/kit/journal.js';

/** A row of `task`. Instants are milliseconds, days civil dates. */
export interface TaskRow {
  readonly id: string;
  readonly item: string;
  readonly key: string;
  readonly role: string;
  readonly person_id: string | null;
  readonly group_name: string | null;
  readonly status: 'open' | 'answered' | 'lapsed' | 'dropped';
  readonly asked_at: number;
  readonly last_day: CivilDate | null;
  readonly overdue: boolean;
  readonly closed_at: number | null;
  readonly answered_by: string | null;
  readonly seal: string | null;
  readonly except: readonly string[];
  readonly context: unknown;
  readonly answer: unknown;
  readonly due: unknown;
}

export interface WaitRow {
  readonly item: string;
  readonly kind: string;
  readonly key: string;
  readonly role: string | null;
  readonly person_id: string | null;
  readonly since: number;
  readonly last_day: CivilDate | null;
  readonly stopped: boolean;
  readonly on_lapse: string | null;
  readonly due: unknown;
}

export interface MeasureRow {
  readonly seq: number;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly evidence: string | null;
  readonly at: number;
}

export type TaskClosing = Pick<TaskRow, 'id' | 'status' | 'closed_at' | 'answered_by' | 'answer'>;

/** What some entries change in the read tables. */
export interface RowChanges {
  readonly view: CaseView;
  /** Tasks asked, or open and changed. */
  readonly tasks: readonly TaskRow[];
  readonly closings: readonly TaskClosing[];
  readonly corrections: readonly { readonly id: string; readonly answer: unknown }[];
  readonly waits: readonly WaitRow[];
  /** Items no longer waited for. */
  readonly ended: readonly string[];
  readonly measures: readonly MeasureRow[];
  /** Numbers of entries whose effects were given up. */
  readonly abandoned: readonly number[];
}

export const taskId = (ref: string, item: string): string => `${ref}.${item}`;

/** The one mapping from journal to read tables: commit, rebuild and verify all use it. */
export function rowChanges(before: CaseView | undefined, entries: readonly Entry[]): RowChanges {
  const tasks = new Map<string, TaskRow>();
  const waits = new Map<string, WaitRow>();
  const ended = new Set<string>();
  let view = before;
  for (const entry of entries) {
    const known = new Map(view?.waits.map((wait) => [wait.id, wait]));
    view = fold(view, [entry]);
    const { ref } = view;
    for (const wait of view.waits) {
      if (known.get(wait.id) === wait) continue;
      waits.set(wait.id, waitRow(wait));
      ended.delete(wait.id);
      if (wait.kind === 'task') tasks.set(wait.id, taskRow(ref, wait));
    }
    const open = new Set(view.waits.map(({ id }) => id));
    for (const id of known.keys())
      if (!open.has(id)) {
        waits.delete(id);
        ended.add(id);
      }
  }
  if (!view) throw new RangeError('A batch without entries changes nothing.');
  return {
    view,
    tasks: [...tasks.values()],
    closings: entries.flatMap((entry) => closing(view.ref, entry)),
    corrections: entries.flatMap((entry) => (entry.type === 'corrected' ? [{ id: taskId(view.ref, entry.id), answer: entry.answer }] : [])),
    waits: [...waits.values()],
    ended: [...ended],
    measures: entries.flatMap((entry) => measure(entry)),
    abandoned: entries.flatMap((entry) => (entry.type === 'effectAbandoned' ? [entry.effect] : [])),
  };
}

/** What the read tables must hold for a whole journal. */
export function wholeRows(entries: readonly Entry[]): {
  view: CaseView;
  tasks: TaskRow[];
  waits: readonly WaitRow[];
  measures: readonly MeasureRow[];
} {
  const { view, tasks, closings, corrections, waits, measures } = rowChanges(undefined, entries);
  const closed = new Map(closings.map((one) => [one.id, one]));
  const corrected = new Map(corrections.map(({ id, answer }) => [id, { answer }]));
  return { view, waits, measures, tasks: tasks.map((task) => ({ ...task, ...closed.get(task.id), ...corrected.get(task.id) })) };
}

/** Earliest last day of what the case waits for; nothing while all of it stands still. */
export function nextDay({ waits }: CaseView): CivilDate | null {
  const days = waits.flatMap(({ due, stopped }) => (due && !stopped ? [due.lastDay] : []));
  return days.sort()[0] ?? null;
}

function taskRow(ref: string, wait: Wait): TaskRow {
  return {
    id: taskId(ref, wait.id),
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
  };
}

const waitRow = (wait: Wait): WaitRow => ({
  item: wait.id,
  kind: wait.kind,
  key: wait.key,
  role: wait.who?.role ?? null,
  person_id: wait.who?.person ?? null,
  since: wait.since,
  last_day: wait.due?.lastDay ?? null,
  stopped: wait.stopped,
  on_lapse: wait.onLapse ?? null,
  due: wait.due ?? null,
});

function closing(ref: string, entry: Entry): TaskClosing[] {
  if (entry.type === 'answered')
    return [{ id: taskId(ref, entry.id), status: 'answered', closed_at: entry.at, answered_by: entry.by, answer: entry.answer }];
  if (entry.type === 'lapsed' || entry.type === 'dropped')
    return [{ id: taskId(ref, entry.id), status: entry.type, closed_at: entry.at, answered_by: null, answer: null }];
  return [];
}

function measure(entry: Entry): MeasureRow[] {
  if (entry.type !== 'measured') return [];
  const { seq, indicator, value, unit, evidence = null, at } = entry;
  return [{ seq, indicator, value, unit, evidence, at }];
}
