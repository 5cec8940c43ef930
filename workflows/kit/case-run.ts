import type { CivilDate, Instant } from '../calendar/civil-date.js';
import type { Extension } from '../calendar/deadline.js';
import type { Zone } from '../calendar/holidays.js';
import { addMonths } from '../calendar/civil-date.js';
import { civilDateAt, instantAt } from '../calendar/paris-time.js';
import { Agenda } from './agenda.js';
import type { CaseView } from './case-view.js';
import { decideInterventionKey, fold } from './fold.js';
import {
  type ClockItem,
  type Ending,
  escalationInstant,
  type EventItem,
  isFixed,
  type Item,
  recomputed,
  reminderInstant,
  type TaskItem,
  type TimedItem,
} from './item.js';
import type { Entry, EntryBody, Intervention, Outcome, PauseReason } from './journal.js';
import type { CaseStart } from './messages.js';
import type { Addressee, PersonId } from './people.js';
import type { Procedure } from './procedure.js';
import { sameJson } from './same-json.js';
import { storyFile } from './story-file.js';

/** How a resumed run is held against its past: to the letter, or only that it did the same things in the same order. */
export type Agreement = 'exact' | 'shape';

export interface Past {
  readonly entries: readonly Entry[];
  readonly agreement: Agreement;
  /** Answers that were corrected, by item: the story reads the corrected one from the start. */
  readonly corrections: ReadonlyMap<string, unknown>;
}

/** Where a story, run again, no longer does what its past says. */
export interface Divergence {
  readonly seq: number;
  readonly was: Entry | undefined;
  readonly would: EntryBody | undefined;
}

/**
 * One case between two moments: its journal, its open items, its agenda. Knows no clock: whoever drives it sets `now`, hands in
 * one act or rings one line, and lets the story settle before the next. The durable and the rehearsal runtime are two such drivers.
 */
export class CaseRun {
  now: Instant;
  readonly journal: Entry[] = [];
  readonly agenda = new Agenda();
  readonly items = new Map<string, Item>();
  /** Tasks that were answered: what a correction may change. */
  readonly answered = new Map<string, TaskItem>();
  readonly zone: Zone;
  pause: { readonly on: CivilDate; readonly reason: PauseReason } | undefined;
  /** A granted request whose intervention has still to be done. */
  granted: { readonly intervention: Intervention; readonly by: PersonId; readonly askedBy: PersonId } | undefined;
  closed: Outcome | undefined;
  failure: unknown;
  divergence: Divergence | undefined;
  private readonly counts = new Map<string, number>();

  constructor(
    readonly procedure: Procedure,
    readonly start: CaseStart,
    now: Instant,
    readonly past?: Past,
  ) {
    this.now = now;
    this.zone = procedure.zone?.(start.input) ?? 'metropole';
  }

  get today(): CivilDate {
    return civilDateAt(this.now);
  }

  get view(): CaseView {
    return fold(undefined, this.journal);
  }

  /** Opens the case and starts its story, which runs until it first waits. */
  open(): void {
    const { procedure, start } = this;
    this.emit({
      type: 'opened',
      ref: start.ref,
      procedure: procedure.id,
      revision: this.past?.entries[0]?.type === 'opened' ? this.past.entries[0].revision : procedure.revision,
      by: start.by,
      zone: this.zone,
      summary: procedure.summarise(start.input),
      input: start.input,
      ...(start.parent && { parent: start.parent.ref }),
    });
    procedure.story(storyFile(this), start.input).then(
      (outcome) => {
        this.close(outcome);
      },
      (error: unknown) => {
        this.failure = error ?? new Error('The story failed without a reason.');
      },
    );
  }

  /** Writes the next entry. While a past is remembered, holds the entry against it instead and keeps the past's own. */
  emit(body: EntryBody): Entry | undefined {
    // A closed case writes nothing more, but that an effect of its last day was given up.
    if ((this.closed && body.type !== 'effectAbandoned') || this.divergence) return undefined;
    const entry: Entry = { seq: this.journal.length + 1, at: this.now, ...body };
    const was = this.past?.entries[this.journal.length];
    if (was && !agrees(was, entry, this.past.agreement)) {
      this.divergence = { seq: was.seq, was, would: body };
      return undefined;
    }
    this.journal.push(was ?? entry);
    return was ?? entry;
  }

  nextId(key: string): string {
    const n = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, n);
    return `${key}-${n}`;
  }

  add(item: Item): void {
    this.items.set(item.id, item);
    if (item.kind !== 'child') this.arm(item);
  }

  /** Writes the item's lines into the agenda anew: reminders to come, last day, escalations. */
  arm(item: TimedItem): void {
    this.agenda.strike(item.id);
    const { due } = item;
    if (!due || this.isStopped(item)) return;
    item.reminders.forEach((reminder, index) => {
      const at = reminderInstant(reminder, due);
      if (at > this.now && at < due.firesAt && !item.reminded.has(index))
        this.agenda.write(`reminded/${item.id}/${index + 1}`, at, () => {
          item.reminded.add(index);
          this.emit({ type: 'reminded', id: item.id, nth: index + 1 });
        });
    });
    this.armLastDay(item, due.firesAt);
    if (!this.isEscalated(item)) return;
    item.escalation.forEach((escalation, index) => {
      if (!item.escalated.has(index))
        this.agenda.write(`escalated/${item.id}/${index + 1}`, escalationInstant(escalation, due), () => {
          item.escalated.add(index);
          this.emit({ type: 'escalated', id: item.id, level: index + 1, to: escalation.to });
        });
    });
  }

  private armLastDay(item: TimedItem, at: Instant): void {
    if (item.kind === 'date')
      this.agenda.write(`waitEnded/${item.id}`, at, () => {
        this.end(item, { type: 'waitEnded', id: item.id }, this.lapse());
      });
    else if (item.kind === 'clock')
      this.agenda.write(`clockExpired/${item.id}`, at, () => {
        this.end(item, { type: 'clockExpired', id: item.id }, this.lapse());
      });
    else if (item.onLapse !== 'escalate')
      this.agenda.write(`lapsed/${item.id}`, at, () => {
        this.end(item, { type: 'lapsed', id: item.id }, this.lapse());
      });
    else if (!item.overdue)
      this.agenda.write(`overdue/${item.id}`, at, () => {
        item.overdue = true;
        this.emit({ type: 'overdue', id: item.id });
      });
  }

  private readonly lapse = (): Ending => ({ kind: 'lapsed', on: this.today });
  private isEscalated = (item: TimedItem) => item.kind !== 'date' && item.kind !== 'clock' && item.onLapse === 'escalate';

  /** Takes an item off the case, writes why, restarts the clocks it stopped, and tells the story. */
  end(item: Item, why: EntryBody, ending?: Ending): void {
    this.items.delete(item.id);
    this.agenda.strike(item.id);
    this.emit(why);
    if (item.kind === 'task') for (const clock of item.stops) this.restart(clock);
    if (ending) item.finish(ending);
  }

  answer(item: TaskItem, by: PersonId, answer: unknown, receivedAt: Instant): void {
    this.answered.set(item.id, item);
    if (item.panel !== undefined) for (const peer of this.tasks()) if (peer.panel === item.panel && peer !== item) peer.except.push(by);
    const read = this.past?.corrections.has(item.id) ? this.past.corrections.get(item.id) : answer;
    this.end(
      item,
      { type: 'answered', id: item.id, by, answer, receivedAt },
      { kind: 'answered', answer: read, by, on: civilDateAt(receivedAt) },
    );
  }

  happen(item: EventItem, by: PersonId, data: unknown, receivedAt: Instant): void {
    this.end(item, { type: 'happened', id: item.id, by, data, receivedAt }, { kind: 'happened', data, by, on: civilDateAt(receivedAt) });
  }

  /** Stops a clock from today on, for as long as a task is open. */
  stop(clock: ClockItem, cause: string, basis: string | undefined): void {
    if (this.items.get(clock.id) !== clock) return;
    if (clock.stoppedBy++ > 0) return;
    clock.suspensions.push({ from: this.today, until: null, cause, ...(basis !== undefined && { basis }) });
    this.agenda.strike(clock.id);
    this.emit({ type: 'clockStopped', id: clock.id, on: this.today, cause, ...(basis !== undefined && { basis }) });
  }

  private restart(clock: ClockItem): void {
    if (this.items.get(clock.id) !== clock || --clock.stoppedBy > 0) return;
    clock.suspensions = clock.suspensions.map((one) => (one.until === null ? { ...one, until: this.today } : one));
    clock.due = recomputed(clock);
    if (clock.due) this.emit({ type: 'clockRestarted', id: clock.id, due: clock.due });
    this.arm(clock);
  }

  /** The whole case stands still: every clock is stopped, nothing is due. */
  suspend(by: PersonId, reason: PauseReason, until?: CivilDate): void {
    this.pause = { on: this.today, reason };
    this.emit({ type: 'paused', by, on: this.today, ...(until !== undefined && { until }), ...reason });
    for (const item of this.timed()) if (isPausable(item)) this.agenda.strike(item.id);
    // An open-ended pause is looked at again after six months [D].
    const review = instantAt(until ?? addMonths(this.today, 6), '09:00');
    this.agenda.write('reminded/pause/1', Math.max(review, this.now + 1), () => this.emit({ type: 'reminded', id: 'pause', nth: 1 }));
  }

  /** Every open due date is computed again with the pause among its suspensions, and armed again. */
  resume(by: PersonId, reason: string): void {
    const pause = this.pause;
    if (!pause) return;
    this.pause = undefined;
    this.agenda.strike('pause');
    const stillStopped = [...this.items.values()].flatMap((item) => (item.kind === 'clock' && item.stoppedBy > 0 ? [item.id] : []));
    this.emit({ type: 'resumed', by, on: this.today, reason, stillStopped });
    const { cause, basis } = pause.reason;
    for (const item of this.timed()) {
      if (!isPausable(item)) continue;
      item.suspensions.push({ from: pause.on, until: this.today, cause, ...(basis !== undefined && { basis }) });
      this.move(item);
    }
  }

  /**
   * Computes an item's due date again, writes it down and arms it. Written even when the day stays the same (a pause of some hours),
   * so that what a journal says does not depend on the days it counts; a clock that still stands writes its day when it restarts.
   */
  move(item: TimedItem): void {
    const due = recomputed(item);
    if (due && !isFixed(due)) {
      item.due = due;
      if (due.firesAt > this.now) item.overdue = false;
      if (!this.isStopped(item)) this.emit({ type: 'moved', id: item.id, due });
    }
    this.arm(item);
  }

  extend(id: string, by: PersonId, extension: Extension): void {
    const item = this.items.get(id);
    if (!item || item.kind === 'child') return;
    item.extensions.push(extension);
    this.emit({ type: 'extended', id, by, extension });
    this.move(item);
  }

  reassign(id: string, by: PersonId, to: Addressee, reason: string): void {
    const item = this.items.get(id);
    if (item?.kind !== 'task' && item?.kind !== 'event') return;
    item.to = to;
    this.emit({ type: 'reassigned', id, by, to, reason });
  }

  withdraw(by: PersonId, reason: string): void {
    this.emit({ type: 'withdrawn', by, reason });
    this.dropAll('withdrawn');
    this.procedure.whenWithdrawn?.(storyFile(this), this.start.input);
    this.close({ kind: 'withdrawn', reason });
  }

  private close(outcome: Outcome): void {
    if (this.closed || this.divergence) return;
    this.dropAll('noLongerNeeded');
    this.emit({ type: 'closed', outcome });
    this.closed = outcome;
    this.agenda.clear();
    this.items.clear();
  }

  private dropAll(why: 'withdrawn' | 'noLongerNeeded'): void {
    for (const item of [...this.items.values()])
      if (item.kind === 'task' || item.kind === 'event') this.end(item, { type: 'dropped', id: item.id, why });
  }

  tasks = (): TaskItem[] => [...this.items.values()].filter((item): item is TaskItem => item.kind === 'task');
  timed = (): TimedItem[] => [...this.items.values()].filter((item): item is TimedItem => item.kind !== 'child');

  isStopped(item: TimedItem): boolean {
    return (this.pause !== undefined && isPausable(item)) || (item.kind === 'clock' && item.stoppedBy > 0);
  }
}

/** The kit's own tasks, such as deciding on a request to resume, go on while the case is paused. */
export const isPausable = (item: TimedItem): boolean => item.kind !== 'task' || item.type.key !== decideInterventionKey;

function agrees(was: Entry, would: Entry, agreement: Agreement | undefined): boolean {
  return agreement === 'exact' ? sameJson(was, would) : sameJson(shape(was), shape(would));
}

/** What an entry is about, without its figures: two runs of the same shape asked the same things in the same order. */
function shape(entry: Entry): unknown {
  switch (entry.type) {
    case 'entered':
      return [entry.type, entry.stage];
    case 'asked':
      return [entry.type, entry.id, entry.to.role];
    case 'told':
      return [entry.type, entry.to.role, entry.template];
    case 'produced':
      return [entry.type, entry.document];
    case 'measured':
      return [entry.type, entry.indicator];
    case 'closed':
      return [entry.type, entry.outcome.kind];
    default:
      return [entry.type, 'id' in entry ? entry.id : null];
  }
}
