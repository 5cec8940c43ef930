import type { CaseRun } from './case-run.js';
import { fold } from './fold.js';
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
    case 'reassign':
      run.reassign(intervention.id, by, intervention.to, intervention.reason);
      return;
  }
}

/** Writes the adoption, then every open due date that the new revision computes otherwise. */
export function adopted(run: CaseRun, revision: string, by: PersonId, reason: string): void {
  const before = new Map(fold(undefined, run.journal).waits.map((wait) => [wait.id, wait.due]));
  run.emit({ type: 'adopted', by, revision, reason });
  for (const item of run.timed())
    if (item.due && !sameJson(item.due, before.get(item.id))) run.emit({ type: 'moved', id: item.id, due: item.due });
}
