import type { Deadline } from '../calendar/deadline.js';
import type { CaseRun } from './case-run.js';
import { fold } from './fold.js';
import type { TimedItem } from './item.js';
import type { Intervention } from './journal.js';
import type { PersonId } from './people.js';
import { sameJson } from './same-json.js';

/** Interventions that change the run as it is. */
export function interveneInPlace(run: CaseRun, intervention: Exclude<Intervention, { kind: 'correct' | 'adopt' }>, by: PersonId): void {
  switch (intervention.kind) {
    case 'withdraw':
      run.withdraw(by, intervention.reason);
      return;
    case 'pause': {
      const { kind: _kind, until, ...reason } = intervention;
      run.suspend(by, reason, until);
      return;
    }
    case 'resume':
      run.resume(by, intervention.reason);
      return;
    case 'extend': {
      const { kind: _kind, id, ...extension } = intervention;
      run.extend(id, by, extension);
      return;
    }
    case 'transfer':
      run.transfer(by, intervention, intervention.reason);
      return;
    case 'reassign':
      run.reassign(intervention.id, by, intervention.to, intervention.reason);
      return;
  }
}

/** Writes the adoption, then every open due date that the new revision computes otherwise. */
export function adopted(run: CaseRun, revision: string, by: PersonId, reason: string): void {
  const moved = movedItems(run);
  run.emit({ type: 'adopted', by, revision, reason });
  for (const { item, to } of moved) moveTo(run, item, to);
}

/** Writes an item's new day; what was due by the old count, and had not gone out, goes. */
export function moveTo(run: CaseRun, item: TimedItem, due: Deadline): void {
  run.emit({ type: 'moved', id: item.id, due });
  item.overdue = false;
  run.arm(item);
}

/** Open items whose due date is not the one that the journal says. One that stands still writes its day when it goes on. */
export function movedItems(run: CaseRun): { readonly item: TimedItem; readonly from: Deadline | undefined; readonly to: Deadline }[] {
  const before = new Map(fold(undefined, run.journal).waits.map((wait) => [wait.id, wait.due]));
  return run.timed().flatMap((item) => {
    const { id, due } = item;
    const from = before.get(id);
    return due && !run.isStopped(item) && !sameJson(due, from) ? [{ item, from, to: due }] : [];
  });
}
