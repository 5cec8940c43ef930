import type { CivilDate, Instant } from '../calendar/civil-date.js';
import type { Deadline, Extension } from '../calendar/deadline.js';
import type { Zone } from '../calendar/holidays.js';
import type { Addressee, PersonId, Role } from './people.js';

/** What lists and searches know of a case; taken from its input when it opens. */
export interface CaseSummary {
  readonly title: string;
  readonly owner: PersonId;
  readonly bodyName?: string;
  readonly siret?: string;
  readonly callId?: string;
  readonly amountCents?: number;
}

/** What happens by itself when the last day of a task, an event or a clock has passed. */
export type OnLapse = 'escalate' | 'lapse' | 'waive';

/** Why a case or one of its clocks stands still. Never a medical cause: only its class. */
export interface PauseReason {
  readonly cause: string;
  readonly basis?: string;
  readonly reason: string;
}

/** What may be done to any case at any time. `id` names an open item of the case, such as `expert-opinion-2`. */
export type Intervention =
  | { readonly kind: 'withdraw'; readonly reason: string }
  | ({ readonly kind: 'pause'; readonly until?: CivilDate } & PauseReason)
  | { readonly kind: 'resume'; readonly reason: string }
  | ({ readonly kind: 'extend'; readonly id: string } & Extension)
  | { readonly kind: 'reassign'; readonly id: string; readonly to: Addressee; readonly reason: string }
  | { readonly kind: 'correct'; readonly id: string; readonly answer: unknown; readonly reason: string }
  | ({ readonly kind: 'transfer'; readonly reason: string } & NewOwner)
  | { readonly kind: 'adopt'; readonly revision: string; readonly reason: string };

/** To whom a case goes over: another person, and the body that takes the place of the first (a merger, a reorganisation). */
export interface NewOwner {
  readonly owner: PersonId;
  readonly bodyName: string;
  readonly siret: string;
}

/**
 * One thing that happened, without its number and its instant. Three families:
 * what the story did (outputs), what people and events did to it (inputs), what the clock did (inputs too).
 */
export type EntryBody =
  // the story
  | {
      readonly type: 'opened';
      readonly ref: string;
      readonly procedure: string;
      readonly revision: string;
      readonly by: PersonId;
      readonly zone: Zone;
      readonly summary: CaseSummary;
      readonly input: unknown;
      readonly parent?: string;
    }
  | { readonly type: 'entered'; readonly stage: string }
  | {
      readonly type: 'asked';
      readonly id: string;
      readonly task: string;
      readonly to: Addressee;
      readonly context?: unknown;
      readonly due?: Deadline;
      readonly onLapse: OnLapse;
      /** Answers that share a seal stay closed to their authors' peers until none of them is open any more. */
      readonly seal?: string;
      /** Tasks of one panel are answered by different people. */
      readonly panel?: string;
      /** People who may not answer: separation of duties. */
      readonly except?: readonly PersonId[];
    }
  | { readonly type: 'dropped'; readonly id: string; readonly why: 'quorum' | 'withdrawn' | 'noLongerNeeded' }
  | {
      readonly type: 'expected';
      readonly id: string;
      readonly event: string;
      readonly from: Addressee;
      readonly context?: unknown;
      readonly due?: Deadline;
      readonly onLapse: OnLapse;
      /** Somebody may bring it; the case does not wait for it. */
      readonly optional?: true;
    }
  | { readonly type: 'waitBegun'; readonly id: string; readonly why: string; readonly due: Deadline }
  | { readonly type: 'clockStarted'; readonly id: string; readonly clock: string; readonly due: Deadline }
  | { readonly type: 'clockStopped'; readonly id: string; readonly on: CivilDate; readonly cause: string; readonly basis?: string }
  | { readonly type: 'clockRestarted'; readonly id: string; readonly due: Deadline }
  | { readonly type: 'clockEnded'; readonly id: string }
  | { readonly type: 'told'; readonly to: Addressee; readonly template: string; readonly data?: unknown }
  | { readonly type: 'produced'; readonly id: string; readonly document: string; readonly data?: unknown }
  | {
      readonly type: 'measured';
      readonly indicator: string;
      readonly value: number;
      readonly unit: string;
      readonly evidence?: readonly string[];
    }
  | { readonly type: 'informed'; readonly ref: string; readonly event: string; readonly data: unknown; readonly by: PersonId }
  | {
      readonly type: 'childOpened';
      readonly id: string;
      readonly ref: string;
      readonly procedure: string;
      readonly revision: string;
      readonly input: unknown;
    }
  | { readonly type: 'moved'; readonly id: string; readonly due: Deadline }
  | { readonly type: 'closed'; readonly outcome: Outcome }
  // people and events
  | { readonly type: 'answered'; readonly id: string; readonly by: PersonId; readonly answer: unknown; readonly receivedAt: Instant }
  | { readonly type: 'happened'; readonly id: string; readonly by: PersonId; readonly data: unknown; readonly receivedAt: Instant }
  | { readonly type: 'childClosed'; readonly id: string; readonly outcome: Outcome }
  | { readonly type: 'requested'; readonly id: string; readonly by: PersonId; readonly intervention: Intervention }
  | ({ readonly type: 'paused'; readonly by: PersonId; readonly on: CivilDate; readonly until?: CivilDate } & PauseReason)
  | {
      readonly type: 'resumed';
      readonly by: PersonId;
      readonly on: CivilDate;
      readonly reason: string;
      readonly stillStopped: readonly string[];
    }
  | { readonly type: 'extended'; readonly id: string; readonly by: PersonId; readonly extension: Extension }
  | { readonly type: 'reassigned'; readonly id: string; readonly by: PersonId; readonly to: Addressee; readonly reason: string }
  | { readonly type: 'corrected'; readonly id: string; readonly by: PersonId; readonly answer: unknown; readonly reason: string }
  | ({ readonly type: 'transferred'; readonly by: PersonId; readonly reason: string } & NewOwner)
  | { readonly type: 'withdrawn'; readonly by: PersonId; readonly reason: string }
  | { readonly type: 'adopted'; readonly by: PersonId; readonly revision: string; readonly reason: string }
  | { readonly type: 'effectAbandoned'; readonly effect: number; readonly by: PersonId; readonly reason: string }
  // the clock
  | { readonly type: 'reminded'; readonly id: string; readonly nth: number }
  | { readonly type: 'overdue'; readonly id: string }
  | { readonly type: 'escalated'; readonly id: string; readonly level: number; readonly to: Role }
  | { readonly type: 'lapsed'; readonly id: string }
  | { readonly type: 'waitEnded'; readonly id: string }
  | { readonly type: 'clockExpired'; readonly id: string };

export type EntryType = EntryBody['type'];

/** An entry of the journal: `seq` counts 1, 2, 3 without gaps; `at` is when it really happened. */
export type Entry = { readonly seq: number; readonly at: Instant } & EntryBody;
export type EntryOf<T extends EntryType> = Extract<Entry, { type: T }>;

/** How a case ended. `kind` is one of the procedure's outcomes, or `withdrawn`. */
export interface Outcome {
  readonly kind: string;
  readonly reason?: string;
  readonly data?: unknown;
}
