import { civilDateAt } from '../calendar/paris-time.js';
import type { Entry, EntryOf } from '../kit/journal.js';
import type { PersonId } from '../kit/people.js';
import { consequencesOf } from './differences.js';
import { cohortInput, type CohortInput } from './input.js';
import { postponed } from './plan.js';
import { applied, askedForSeat, emptyRegister, ended, left, type Register, seatsGiven } from './register.js';
import { giveResult, type JuryAttendance, type JuryResult, openJury } from './tasks/jury.js';
import { type Application, memberLeft, seatAsked } from './tasks/members.js';
import { type PlanChange, planChanged, releaseChange } from './tasks/plan-changes.js';

/** A change that waits for its grace to end: nobody has been told of it. */
export interface PendingChange extends PlanChange {
  readonly by: PersonId;
  readonly since: number;
  /** The task by which it is sent or undone, and its last day. */
  readonly item: string;
  readonly lastDay: string;
}

/** A cohort as its journal tells it. */
export interface CohortState {
  readonly input: CohortInput;
  readonly register: Register;
  readonly pending?: PendingChange;
  /** The last result of each participant, by reference. */
  readonly results: ReadonlyMap<string, JuryResult['result']>;
}

/** Pure: the same entries, the same state. It does again what the story did, by the same functions. */
export function cohortState(entries: readonly Entry[]): CohortState {
  const [opened] = entries;
  if (opened?.type !== 'opened') throw new RangeError('The journal of a cohort begins with its opening.');
  const input = cohortInput.parse(opened.input);
  const told = new Told(input, entries);
  for (const entry of entries) told.hear(entry);
  const { register, pending, results } = told;
  return { input, register, results, ...(pending && { pending }) };
}

class Told {
  register: Register;
  pending: PendingChange | undefined;
  readonly results = new Map<string, JuryResult['result']>();
  private readonly children = new Map<string, string>();
  private readonly asked = new Map<string, EntryOf<'asked'>>();
  private readonly events = new Map<string, string>();
  private readonly corrected: ReadonlyMap<string, unknown>;
  private change: (PlanChange & { readonly by: PersonId }) | undefined;

  constructor(
    private readonly input: CohortInput,
    entries: readonly Entry[],
  ) {
    this.register = emptyRegister(input.seats, input.plan);
    this.corrected = new Map(entries.flatMap((entry) => (entry.type === 'corrected' ? [[entry.id, entry.answer] as const] : [])));
  }

  hear(entry: Entry): void {
    switch (entry.type) {
      case 'expected':
        this.events.set(entry.id, entry.event);
        return;
      case 'asked':
        this.ask(entry);
        return;
      case 'childOpened': {
        const { owner, track } = entry.input as Application;
        this.children.set(entry.id, entry.ref);
        this.register = applied(this.register, { ref: entry.ref, owner, ...(track !== undefined && { track }) });
        return;
      }
      case 'childClosed':
        this.register = ended(this.register, this.children.get(entry.id) ?? '');
        this.giveSeats(entry);
        return;
      case 'happened':
        this.happen(entry);
        return;
      case 'answered':
        this.answer(entry);
        return;
      case 'lapsed':
        if (entry.id === this.pending?.item) this.replan(this.pending, entry);
        return;
      case 'dropped':
        if (entry.id === this.pending?.item) this.pending = undefined;
    }
  }

  private ask(entry: EntryOf<'asked'>): void {
    this.asked.set(entry.id, entry);
    if (entry.task === releaseChange.key && this.change)
      this.pending = { ...this.change, since: entry.at, item: entry.id, lastDay: entry.due?.lastDay ?? '' };
  }

  private happen(entry: EntryOf<'happened'>): void {
    const event = this.events.get(entry.id);
    if (event === planChanged.key) this.change = { ...(entry.data as PlanChange), by: entry.by };
    if (event !== seatAsked.key && event !== memberLeft.key) return;
    const { ref } = entry.data as { ref: string };
    this.register = event === seatAsked.key ? askedForSeat(this.register, ref) : left(this.register, ref);
    this.giveSeats(entry);
  }

  private answer(entry: EntryOf<'answered'>): void {
    const asked = this.asked.get(entry.id);
    const answer = this.corrected.has(entry.id) ? this.corrected.get(entry.id) : entry.answer;
    if (asked?.task === releaseChange.key && this.pending) {
      if ((answer as { verdict: string }).verdict === 'send') this.replan(this.pending, entry);
      this.pending = undefined;
    }
    if (asked?.task === giveResult.key) this.results.set((asked.context as { ref: string }).ref, (answer as JuryResult).result);
    if (asked?.task === openJury.key) this.postpone(asked, answer as JuryAttendance, entry);
  }

  private postpone(asked: EntryOf<'asked'>, attendance: JuryAttendance, entry: Entry): void {
    if (attendance.sitting === 'held') return;
    const { heldOn } = asked.context as { heldOn: string };
    this.replan({ plan: postponed(this.register.plan, heldOn, attendance.to), why: attendance.why }, entry);
  }

  private replan({ plan, why }: PlanChange, entry: Entry): void {
    this.register = consequencesOf(this.register, plan, why, { today: civilDateAt(entry.at), zone: this.input.zone }).register;
    this.pending = undefined;
    this.giveSeats(entry);
  }

  private giveSeats(entry: Entry): void {
    this.register = seatsGiven(this.register, civilDateAt(entry.at)).register;
  }
}
