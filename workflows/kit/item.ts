import type { CivilDate, Instant } from '../calendar/civil-date.js';
import { addDays, daysBetween } from '../calendar/civil-date.js';
import { deadline, until, type Deadline, type Extension, type Suspension } from '../calendar/deadline.js';
import { addWorkingDays, type Zone } from '../calendar/holidays.js';
import { instantAt } from '../calendar/paris-time.js';
import type { Term } from '../calendar/term.js';
import type { ClockType, Escalation, EventType, Reminder, TaskType } from './case-file.js';
import type { OnLapse, Outcome } from './journal.js';
import type { Addressee, PersonId } from './people.js';

/** How an open item ended, as the story learns it. */
export type Ending =
  | { readonly kind: 'answered'; readonly answer: unknown; readonly by: PersonId; readonly on: CivilDate }
  | { readonly kind: 'happened'; readonly data: unknown; readonly by: PersonId; readonly on: CivilDate }
  | { readonly kind: 'closed'; readonly outcome: Outcome }
  | { readonly kind: 'lapsed'; readonly on: CivilDate };

interface Timed {
  readonly id: string;
  due?: Deadline;
  suspensions: Suspension[];
  extensions: Extension[];
  readonly maxExtensions: number;
  readonly reminders: readonly Reminder[];
  readonly escalation: readonly Escalation[];
  /** Places in the lists above of what has gone out; it does not go out again when the due date moves. */
  readonly reminded: Set<number>;
  readonly escalated: Set<number>;
  overdue: boolean;
}

interface Answerable extends Timed {
  readonly context: unknown;
  to: Addressee;
  readonly onLapse: OnLapse;
  readonly finish: (ending: Ending) => void;
}

export interface TaskItem extends Answerable {
  readonly kind: 'task';
  readonly type: TaskType;
  readonly panel?: string;
  readonly except: PersonId[];
  readonly stops: readonly ClockItem[];
}
export interface EventItem extends Answerable {
  readonly kind: 'event';
  readonly optional: boolean;
  readonly type: EventType;
}
export interface DateItem extends Timed {
  readonly kind: 'date';
  readonly finish: (ending: Ending) => void;
}
export interface ClockItem extends Timed {
  readonly kind: 'clock';
  readonly type: ClockType;
  /** Open tasks that make it stand still. */
  stoppedBy: number;
  readonly finish: (ending: Ending) => void;
}
export interface ChildItem {
  readonly kind: 'child';
  readonly id: string;
  readonly ref: string;
  readonly finish: (ending: Ending) => void;
}
export type TimedItem = TaskItem | EventItem | DateItem | ClockItem;
export type Item = TimedItem | ChildItem;

/** Stage rule of domain.md section 4 [D]. */
export const defaultReminders: readonly Reminder[] = [
  { share: 0.5 },
  { before: 5, unit: 'workingDays' },
  { before: 1, unit: 'workingDays' },
];
export const defaultEscalation: readonly Escalation[] = [
  { afterWorkingDays: 0, to: 'programManager' },
  { afterWorkingDays: 5, to: 'direction' },
];

export function firstDue(from: CivilDate, zone: Zone, term?: Term, by?: CivilDate): Deadline | undefined {
  if (by !== undefined) return until(by, { zone });
  return term && deadline(from, term, { zone });
}

/** The due date done again from its start, never from an earlier result: no drift. A fixed date has a term of no days. */
export function recomputed(item: TimedItem): Deadline | undefined {
  const { due, suspensions, extensions } = item;
  if (!due) return undefined;
  if (isFixed(due)) return due;
  return deadline(due.from, due.term, { zone: due.zone, suspensions, extensions });
}

export const isFixed = (due: Deadline): boolean => due.term.n === 0 && due.term.unit === 'days';

/** Reminders go out at nine in the morning, Paris time. */
export function reminderInstant(reminder: Reminder, due: Deadline): Instant {
  return instantAt(reminderDay(reminder, due), '09:00');
}

function reminderDay(reminder: Reminder, { from, lastDay, zone }: Deadline): CivilDate {
  if ('share' in reminder) return addDays(from, Math.floor(daysBetween(from, lastDay) * reminder.share));
  const shift = 'after' in reminder ? reminder.after : -reminder.before;
  return reminder.unit === 'workingDays' ? addWorkingDays(lastDay, shift, zone) : addDays(lastDay, shift);
}

export function escalationInstant(escalation: Escalation, due: Deadline): Instant {
  return escalation.afterWorkingDays === 0
    ? due.firesAt
    : instantAt(addWorkingDays(due.lastDay, escalation.afterWorkingDays, due.zone), '09:00');
}
