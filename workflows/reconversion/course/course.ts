import type { OpenItem, Play } from '../../kit/rehearsal.js';

/** How somebody acts on each kind of item, by its key. */
export type Course = Readonly<Record<string, (item: OpenItem) => Play>>;

/** A file that is there: its content does not matter to a rehearsal. */
export const aFileId = '00000000-0000-4000-8000-000000000001';

/** Whom it is addressed to, or the first who holds the role. */
export const by = ({ to }: OpenItem): string => to?.person ?? `${to?.role ?? 'somebody'}-1`;

/** Some hours before the end of the item's last day. */
export const beforeLastDay = ({ due, openedAt }: OpenItem): number =>
  Math.max(1, ((due?.firesAt ?? openedAt + 86_400_000) - openedAt) / 3_600_000 - 10);
