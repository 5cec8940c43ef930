import type { Deadline } from '../calendar/deadline.js';
import type { CaseRun } from './case-run.js';
import { escalationInstant, reminderInstant, type Ending, type TimedItem } from './item.js';
import type { EntryBody } from './journal.js';

/** What happens by itself to an item with a due date: reminders still to come, its last day, escalations that have not gone out. */
export function writeLines(run: CaseRun, item: TimedItem, due: Deadline): void {
  const last = lastDayEntry(item);
  item.reminders.forEach((reminder, index) => {
    const at = reminderInstant(reminder, due);
    const inTime = at < due.firesAt || ('after' in reminder && !last);
    if (at > run.now && inTime && !item.reminded.has(index))
      run.agenda.write(`reminded/${item.id}/${index + 1}`, at, () => {
        item.reminded.add(index);
        run.emit({ type: 'reminded', id: item.id, nth: index + 1 });
      });
  });
  if (last)
    run.agenda.write(`${last.type}/${item.id}`, due.firesAt, () => {
      run.end(item, last, lapsed(run));
    });
  else if (!(item.kind === 'event' && item.optional)) writeOverdue(run, item, due);
}

/** The entry that its last day ends the item with; none for what stays open until somebody acts. */
function lastDayEntry({
  kind,
  id,
  ...item
}: TimedItem): (EntryBody & { readonly type: 'waitEnded' | 'clockExpired' | 'lapsed' }) | undefined {
  if (kind === 'date') return { type: 'waitEnded', id };
  if (kind === 'clock') return { type: 'clockExpired', id };
  return 'onLapse' in item && item.onLapse !== 'escalate' ? { type: 'lapsed', id } : undefined;
}

function writeOverdue(run: CaseRun, item: TimedItem, due: Deadline): void {
  if (!item.overdue)
    run.agenda.write(`overdue/${item.id}`, due.firesAt, () => {
      item.overdue = true;
      run.emit({ type: 'overdue', id: item.id });
    });
  item.escalation.forEach((escalation, index) => {
    if (!item.escalated.has(index))
      run.agenda.write(`escalated/${item.id}/${index + 1}`, escalationInstant(escalation, due), () => {
        item.escalated.add(index);
        run.emit({ type: 'escalated', id: item.id, level: index + 1, to: escalation.to });
      });
  });
}

const lapsed = (run: CaseRun): Ending => ({ kind: 'lapsed', on: run.today });
