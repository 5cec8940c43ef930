import type { ZodType } from 'zod';
import type { CivilDate } from '../calendar/civil-date.js';
import type { Term } from '../calendar/term.js';
import type { Outcome } from './journal.js';
import type { Addressee, PersonId, Role } from './people.js';

/** A stage of a procedure; `label` is what people read. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  /** Off the main way, such as an appeal: shown only to a case that went there. */
  readonly side?: true;
}

/**
 * One act that a person must do. `form` gives the zod schema of the answer; it may depend on the `context` recorded when the
 * task was asked (criteria of the call, amount proposed…). French label, hint and order are metadata of the schema's fields.
 */
export interface TaskType<A = unknown, C = unknown> {
  readonly key: string;
  readonly label: string;
  /** What the person is asked to do, in one sentence. */
  readonly help?: string;
  /** What no answer on the last day means, in French, for a task that closes then. Default: the case goes on without. */
  readonly atExpiry?: string;
  /** The people whom the case is about, and those it consults, do not see it: they learn what comes of it. */
  readonly discreet?: true;
  readonly form: (context: C) => ZodType<A>;
  /** The document that an answer would produce, for who wants to read it before it leaves; nothing for an answer that produces none. */
  readonly letter?: (context: C, answer: A) => LetterDraft | undefined;
}

/** A document as a story would produce it. */
export interface LetterDraft {
  readonly document: DocumentType;
  readonly data: unknown;
}

/** Something that must come from outside: a signature, a payment confirmed. `form` gives the schema of what it brings. */
export interface EventType<E = unknown, C = unknown> {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** Nobody brings it by hand: another case does, or a page that checks more than a case can. This role sees to it, and is told. */
  readonly watchedBy?: Role;
  /** What it means when it has not come by its last day, in French. */
  readonly atExpiry?: string;
  readonly form: (context: C) => ZodType<E>;
}

/** A task or event of any answer: what lists of them hold. */
export interface AnyTask {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly atExpiry?: string;
  readonly discreet?: true;
  readonly watchedBy?: Role;
  readonly form: (context: never) => ZodType;
  readonly letter?: (context: never, answer: never) => LetterDraft | undefined;
}

/** A legal or service clock that no single task carries, such as the term after which silence is a rejection. */
export interface ClockType {
  readonly key: string;
  readonly label: string;
  /** What the law says happens at the end, in French. */
  readonly atExpiry: string;
  /** What a person can do about it, in French. Default: to decide before it ends. */
  readonly unblock?: string;
  /** Who is reminded before the end and told at the end. */
  readonly watchedBy: Role;
}

export interface DocumentType {
  readonly key: string;
  readonly label: string;
}

export interface Answered<A> {
  readonly kind: 'answered';
  readonly answer: A;
  readonly by: PersonId;
  readonly on: CivilDate;
}
export interface Lapsed {
  readonly kind: 'lapsed';
  readonly on: CivilDate;
}
export interface Happened<E> {
  readonly kind: 'happened';
  readonly data: E;
  readonly by: PersonId;
  readonly on: CivilDate;
}

/**
 * When somebody is told again: at a share of the term, a number of working or calendar days before its last day, or after it for what
 * stays open.
 */
export type Reminder =
  | { readonly share: number }
  | { readonly before: number; readonly unit: 'days' | 'workingDays' }
  | { readonly after: number; readonly unit: 'days' | 'workingDays' };

/** Who is told when the last day has passed, and how many working days later (0: at once). */
export interface Escalation {
  readonly afterWorkingDays: number;
  readonly to: Role;
}

export interface RunningClock {
  readonly id: string;
  /** Undefined while the clock is stopped. */
  lastDay(): CivilDate | undefined;
  expired(): boolean;
  /** Resolves when the clock expires; never when it was ended before. */
  readonly expiry: Promise<void>;
  /** The act that the clock was running for has been done. */
  end(): void;
}

interface TermOptions {
  /** Counted from today, which itself does not count. */
  readonly within?: Term;
  /** Counts `within` from this day instead, where a text names another than the one on which the story asks. */
  readonly countedFrom?: CivilDate;
  /** A fixed last day; no pause moves it. */
  readonly by?: CivilDate;
  /** Ends the item when it resolves: it is no longer needed, and counts as lapsed. */
  readonly until?: Promise<unknown>;
  /** Default: at half the term, five and one working days before. */
  readonly reminders?: readonly Reminder[];
  /** Default: the program manager at once, the direction five working days later. */
  readonly escalation?: readonly Escalation[];
  /** `escalate` (default): the item stays open; `lapse` and `waive` close it. */
  readonly onLapse?: 'escalate' | 'lapse' | 'waive';
  /** Extensions that an intervention may grant. Default 1. */
  readonly maxExtensions?: number;
}

export interface AskOptions<C> extends TermOptions {
  readonly to: Addressee;
  readonly context?: C;
  readonly seal?: string;
  readonly except?: readonly PersonId[];
  /** Clocks that stand still while this task is open, and why. */
  readonly stops?: { readonly clocks: readonly RunningClock[]; readonly cause: string; readonly basis?: string };
}

export interface AskAllOptions<C> extends Omit<AskOptions<C>, 'to'> {
  readonly to: readonly Addressee[];
  /** Answers after which the others are no longer awaited. Default: all. */
  readonly quorum?: number;
  /** One person may answer one of the tasks only. */
  readonly differentPeople?: boolean;
}

export interface ExpectOptions<C> extends TermOptions {
  readonly from: Addressee;
  /** Something that somebody may bring, such as an appeal: the case does not wait for it, and nobody is reminded of it. */
  readonly optional?: true;
  readonly context?: C;
}

export interface ClockOptions {
  /** Day of the triggering event; it does not count. */
  readonly from: CivilDate;
  readonly term: Term;
  readonly reminders?: readonly Reminder[];
  /** Extensions that an intervention may grant, where a text allows any. Default 0. */
  readonly maxExtensions?: number;
}

/** What stays open until somebody acts; anything else may end without. */
interface Open {
  readonly onLapse?: 'escalate';
  readonly until?: undefined;
}

/**
 * The vocabulary that every story is written in. A story knows no server, no database and no clock of its own: it must be a pure
 * function of its input and of what these verbs give back.
 */
export interface CaseFile {
  readonly ref: string;
  /** The civil date in Europe/Paris. */
  today(): CivilDate;
  /** The case moves to a stage of its procedure. */
  enter(stage: Stage): void;
  /** One person must do something. */
  ask<A, C = undefined>(task: TaskType<A, C>, options: AskOptions<C> & Open): Promise<Answered<A>>;
  ask<A, C = undefined>(task: TaskType<A, C>, options: AskOptions<C>): Promise<Answered<A> | Lapsed>;
  /** Several people in parallel; resolves, in the order of `to`, when all have answered or lapsed, or the quorum is reached. */
  askAll<A, C = undefined>(task: TaskType<A, C>, options: AskAllOptions<C>): Promise<readonly (Answered<A> | Lapsed)[]>;
  /** Something must come from outside. */
  expect<E, C = undefined>(event: EventType<E, C>, options: ExpectOptions<C> & Open): Promise<Happened<E>>;
  expect<E, C = undefined>(event: EventType<E, C>, options: ExpectOptions<C>): Promise<Happened<E> | Lapsed>;
  /** A date in the calendar: from that day's start for a date, after the last day for a term. A date that moves ends with `until`. */
  wait(end: CivilDate | Term, why: string, options?: { readonly until?: Promise<unknown> }): Promise<void>;
  /** Starts a clock that runs beside the tasks. */
  clock(clock: ClockType, options: ClockOptions): RunningClock;
  /** A notification. */
  tell(to: Addressee, template: string, data?: unknown): void;
  /** A letter, a convention, an attestation; returns the document's id within the case. */
  produce(document: DocumentType, data?: unknown): string;
  /** A fact for the figures; `evidence` holds the ids of the documents that show it. */
  measure(indicator: string, value: number, unit: string, evidence?: readonly string[]): void;
  /** Another case learns of an event that it expects; `by` is on whose behalf. */
  inform(ref: string, event: string, data: unknown, by: PersonId): void;
  /** Nothing of what the case still waits for is needed any more; who asked for it never hears. Another verb then goes on. */
  clear(): void;
  /** A child case. */
  open(
    procedure: { readonly id: string; readonly revision: string },
    input: unknown,
  ): { readonly ref: string; readonly outcome: Promise<Outcome> };
}

export type Story<I> = (file: CaseFile, input: I) => Promise<Outcome>;
