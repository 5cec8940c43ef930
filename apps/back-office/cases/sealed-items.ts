import type { CaseView } from '#workflows/kit/case-view.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Role } from '#workflows/kit/people.js';
import { extentOf } from '../permissions/matrix.js';

/** Who reads the scores of others at once; the matrix gives the others theirs « after lock » or « at meeting ». */
const readsSealed = (roles: readonly Role[]) => roles.some((role) => extentOf("read others' scores", role) === '✓');

/**
 * Items whose answers are still closed to this person: they share a seal with a task that is open, so that no reviewer reads a
 * peer's grid before having locked their own. One's own answer is never closed to oneself.
 */
export function sealedItems(view: CaseView, entries: readonly Entry[], roles: readonly Role[], viewerId: string): ReadonlySet<string> {
  if (readsSealed(roles)) return new Set();
  const open = new Set(view.waits.flatMap(({ kind, seal }) => (kind === 'task' && seal !== undefined ? [seal] : [])));
  const sealed = new Set(entries.flatMap((entry) => (entry.type === 'asked' && entry.seal && open.has(entry.seal) ? [entry.id] : [])));
  for (const entry of entries) if (entry.type === 'answered' && entry.by === viewerId) sealed.delete(entry.id);
  return sealed;
}

/** Whether the entry tells what a sealed item says. */
export const tellsSealed = (entry: Entry, sealed: ReadonlySet<string>): boolean =>
  (entry.type === 'answered' || entry.type === 'corrected') && sealed.has(entry.id);
