import type { CaseView } from '#workflows/kit/case-view.js';
import { fold } from '#workflows/kit/fold.js';
import type { Entry } from '#workflows/kit/journal.js';
import {
  measureRow,
  taskClosing,
  taskId,
  taskRow,
  waitRow,
  type MeasureRow,
  type TaskClosing,
  type TaskRow,
  type WaitRow,
} from './rows.js';

/** What some entries change in the read tables. No row is named twice, so that one statement can write them all. */
export interface RowChanges {
  readonly view: CaseView;
  /** Tasks that were asked or changed, closed ones among them. */
  readonly tasks: readonly TaskRow[];
  /** Of tasks that did not change otherwise. */
  readonly closings: readonly TaskClosing[];
  /** Of answers that were given before. */
  readonly corrections: readonly Pick<TaskRow, 'id' | 'answer'>[];
  readonly waits: readonly WaitRow[];
  /** Items no longer waited for. */
  readonly ended: readonly string[];
  readonly measures: readonly MeasureRow[];
  /** Numbers of entries whose effects were given up. */
  readonly abandoned: readonly number[];
}

/**
 * The one mapping from journal to read tables: commit, rebuild and verify all use it. From `undefined`, the rows are all that the
 * tables hold for the case, and `closings` and `corrections` are empty.
 */
export function rowChanges(before: CaseView | undefined, entries: readonly Entry[]): RowChanges {
  const tasks = new Map<string, TaskRow>();
  const closings = new Map<string, TaskClosing>();
  const corrections = new Map<string, unknown>();
  const waits = new Map<string, WaitRow>();
  const ended = new Set<string>();
  let view = before;
  for (const entry of entries) {
    const known = new Map(view?.waits.map((wait) => [wait.id, wait]));
    view = fold(view, [entry]);
    const { ref } = view;
    for (const wait of view.waits) {
      // The fold keeps what did not change: the same object is the same row.
      const isSame = known.get(wait.id) === wait;
      known.delete(wait.id);
      if (isSame) continue;
      waits.set(wait.id, waitRow(ref, wait));
      ended.delete(wait.id);
      if (wait.kind === 'task') tasks.set(taskId(ref, wait.id), taskRow(ref, wait));
    }
    for (const { id, kind } of known.values()) {
      waits.delete(id);
      ended.add(id);
      if (kind === 'task') closings.set(taskId(ref, id), taskClosing(ref, id, entry));
    }
    if (entry.type === 'corrected') corrections.set(taskId(ref, entry.id), entry.answer);
  }
  if (!view) throw new RangeError('A batch without entries changes nothing.');
  const { ref } = view;
  const closed = [...closings.values()].map((one) => (corrections.has(one.id) ? { ...one, answer: corrections.get(one.id) } : one));
  return {
    view,
    tasks: mergedById(tasks, closed),
    closings: closed.filter(({ id }) => !tasks.has(id)),
    corrections: [...corrections].filter(([id]) => !closings.has(id)).map(([id, answer]) => ({ id, answer })),
    waits: [...waits.values()],
    ended: [...ended],
    measures: entries.flatMap((entry) => measureRow(ref, entry)),
    abandoned: entries.flatMap((entry) => (entry.type === 'effectAbandoned' ? [entry.effect] : [])),
  };
}

function mergedById(tasks: ReadonlyMap<string, TaskRow>, closings: readonly TaskClosing[]): TaskRow[] {
  const merged = new Map(tasks);
  for (const closing of closings) {
    const task = merged.get(closing.id);
    if (task) merged.set(closing.id, { ...task, ...closing });
  }
  return [...merged.values()];
}
