import type { Schemas } from '../api/client.js';

type Row = Pick<Schemas['TaskRow'], 'id' | 'lastDay'>;

/** The acts of several lists in one, the earliest last day first. A task of a group that the person has taken is in two lists. */
export function mostUrgent<R extends Row>(lists: readonly (readonly R[])[]): readonly R[] {
  const once = new Map(lists.flat().map((task) => [task.id, task]));
  return [...once.values()].sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.id.localeCompare(b.id));
}

/** After every civil date: what has no last day comes last. */
const dayOf = ({ lastDay }: Row) => lastDay ?? '9999-12-31';
