import type { Instant } from '../calendar/civil-date.js';
import type { Entry, Intervention } from './journal.js';
import type { CaseSummary } from './journal.js';
import type { PersonId, Role } from './people.js';

/** Argument of a case's workflow. Its type is the procedure's id, its workflow id the case's reference. */
export interface CaseStart {
  readonly procedure: string;
  readonly revision: string;
  readonly ref: string;
  readonly input: unknown;
  readonly by: PersonId;
  readonly parent?: { readonly ref: string; readonly item: string };
  /** What the previous runs did and learnt, after a continue-as-new. */
  readonly carried?: Carried;
  /** History events after which the case continues as new. Default 2,000. */
  readonly historyLimit?: number;
}

export interface Carried {
  readonly past: readonly Entry[];
  /** Idempotency keys of recent acts with the number of their entry. */
  readonly keys: readonly (readonly [string, number])[];
  /** Numbers of the entries whose effects have not been delivered yet. */
  readonly effects: readonly number[];
}

export type Act =
  | { readonly kind: 'answer'; readonly id: string; readonly answer: unknown }
  /** `id` is an open item, or an event's key alone: whichever item of that event is open when the act is done. */
  | { readonly kind: 'happen'; readonly id: string; readonly data: unknown }
  | { readonly kind: 'intervene'; readonly intervention: Intervention }
  /** An effect that keeps failing: try again now, or give it up with a reason. */
  | { readonly kind: 'retryEffect'; readonly effect: number }
  | { readonly kind: 'abandonEffect'; readonly effect: number; readonly reason: string };

/** Argument of the Update `act`. */
export interface ActRequest {
  /** The client's Idempotency-Key: the same key twice is one act. */
  readonly key: string;
  readonly by: PersonId;
  /** Roles that the person holds on this case, checked by the back office. */
  readonly roles: readonly Role[];
  /** When the server received it: what the law counts. */
  readonly receivedAt: Instant;
  readonly act: Act;
}

/** Result of the Updates `opened` and `act`: the number of the act's own entry, once it is committed. */
export interface ActReceipt {
  readonly seq: number;
}

export const updates = { opened: 'opened', act: 'act' } as const;
/** Asks the case to continue as new as soon as it can: a new run has no children under way, so that its time can be skipped. */
export const signals = { anew: 'anew' } as const;
/** Query that returns the CaseView of the running case. */
export const queries = { view: 'view' } as const;

/** Why an act is refused: the type of the ApplicationFailure that the client receives; nothing was written. */
export type RefusalCode =
  | 'taskNotOpen'
  /** Its last day has closed it. */
  | 'taskLapsed'
  /** The case went another way and needs it no longer. */
  | 'taskDropped'
  /** The case has not come to that: a payment before its order. */
  | 'notExpected'
  /** An event is told once: a payment, a signature. */
  | 'alreadyHappened'
  | 'answerInvalid'
  | 'notAddressee'
  | 'separationOfDuties'
  | 'caseClosed'
  | 'casePaused'
  | 'caseNotPaused'
  | 'extensionNotAllowed'
  | 'interventionNotAllowed'
  | 'nothingToCorrect'
  | 'correctionDiverges'
  | 'revisionUnknown'
  | 'revisionDiverges'
  | 'effectUnknown';

export interface Refusal {
  readonly code: RefusalCode;
  /** For engineers and logs: no personal data. */
  readonly detail: string;
  /** Fields in error, by path, in French (answerInvalid only). */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the workflow asks of the outside. */
export interface CaseActivities {
  /** Appends entries to the journal and folds them into the read tables, in one transaction. Same entries twice: no change. */
  commit(batch: CommitBatch): Promise<void>;
  /** Delivers the effect of one entry (mail, letter), once for each `ref` and `seq`. */
  deliver(order: EffectOrder): Promise<void>;
}

export interface CommitBatch {
  readonly ref: string;
  readonly entries: readonly Entry[];
}

export interface EffectOrder {
  readonly ref: string;
  readonly procedure: string;
  readonly revision: string;
  readonly summary: CaseSummary;
  readonly entry: Entry;
}
