import type { OpenItem, Play, Player } from './rehearsal.js';

/** How somebody acts on each kind of item, by its key. */
export type Course = Readonly<Record<string, (item: OpenItem) => Play>>;

/** Plays a course; what it does not name is not done. */
export const playing =
  (course: Course): Player =>
  (item) =>
    course[item.key]?.(item) ?? 'never';
