import type { Document } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { startOfDay } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { asOf } from '../cases/past-cases.js';

/**
 * Whether a document was in the case at the end of that day. The journal says so for what it produced and for what was sent with an
 * answer; only a file that no entry names is judged by the clock of the server that received it.
 */
export function wasThere(entries: readonly Entry[], day: CivilDate) {
  const then = asOf(entries, day);
  const [before, after] = [then, entries.slice(then.length)].map((some) => JSON.stringify(some));
  const end = startOfDay(addDays(day, 1));
  return ({ id, producedSeq, createdAt }: Pick<Document, 'id' | 'producedSeq' | 'createdAt'>): boolean => {
    if (producedSeq !== null) return producedSeq <= then.length;
    if (before?.includes(id)) return true;
    return !after?.includes(id) && createdAt.getTime() < end;
  };
}
