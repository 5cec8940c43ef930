import type { CivilDate, Instant } from '../calendar/civil-date.js';
import type { Extension } from '../calendar/deadline.js';
import type { Zone } from '../calendar/holidays.js';
import { addMonths } from '../calendar/civil-date.js';
import { civilDateAt, instantAt } from '../calendar/paris-time.js';
import { Agenda } from './agenda.js';
import { agrees, type Divergence, type Past } from './agreement.js';
import { writeLines } from './arming.js';
import type { CaseView } from './case-view.js';
import { decideInterventionKey, fold } from './fold.js';
import { type ClockItem, type Ending, type EventItem, isFixed, type Item, recomputed, type TaskItem, type TimedItem } from './item.js';
import type { CaseSummary, Entry, EntryBody, Intervention, NewOwner, Outcome, PauseReason } from './journal.js';
import type { CaseStart } from './messages.js';
import type { Addressee, PersonId } from './people.js';
import type { Procedure } from './procedure.js';
import { storyFile } from './story-file.js';

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
  /** What lists know of the case; a transfer changes whose it is. */
  summary: CaseSummary;
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
    this.summary = procedure.summarise(start.input);
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
      summary: this.summary,
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

  /**
   * The open item of this id. An event's key alone stands for the one of that event that is open: many may be brought at once, and each
   * finds the next one open when its turn comes.
   */
  named(id: string): Item | undefined {
    return this.items.get(id) ?? [...this.items.values()].find((item) => item.kind === 'event' && item.type.key === id);
  }

  /** Writes the item's lines into the agenda anew: reminders to come, last day, escalations. */
  arm(item: TimedItem): void {
    this.agenda.strike(item.id);
    if (item.due && !this.isStopped(item)) writeLines(this, item, item.due);
  }

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
    const lastDay = item.due?.lastDay;
    if (lastDay !== undefined)
      this.procedure.whenExtended?.(storyFile(this), this.start.input, { item: id, lastDay, reason: extension.reason });
  }

  reassign(id: string, by: PersonId, to: Addressee, reason: string): void {
    const item = this.items.get(id);
    if (item?.kind !== 'task' && item?.kind !== 'event') return;
    item.to = to;
    this.emit({ type: 'reassigned', id, by, to, reason });
  }

  transfer(by: PersonId, { owner, bodyName, siret }: NewOwner, reason: string): void {
    this.summary = { ...this.summary, owner, bodyName, siret };
    this.emit({ type: 'transferred', by, owner, bodyName, siret, reason });
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

  /** Takes off the case what its story waits for; the kit's own tasks and child cases go on. Clocks first: a task would restart its own. */
  clear(): void {
    for (const item of this.timed()) if (item.kind === 'clock') this.end(item, { type: 'clockEnded', id: item.id });
    for (const item of this.timed()) if (isPausable(item)) this.end(item, { type: 'dropped', id: item.id, why: 'noLongerNeeded' });
  }

  tasks = (): TaskItem[] => [...this.items.values()].filter((item): item is TaskItem => item.kind === 'task');
  timed = (): TimedItem[] => [...this.items.values()].filter((item): item is TimedItem => item.kind !== 'child');

  isStopped(item: TimedItem): boolean {
    return (this.pause !== undefined && isPausable(item)) || (item.kind === 'clock' && item.stoppedBy > 0);
  }
}

/** The kit's own tasks, such as deciding on a request to resume, go on while the case is paused. */
export const isPausable = (item: TimedItem): boolean => item.kind !== 'task' || item.type.key !== decideInterventionKey;
