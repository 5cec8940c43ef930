import type { CivilDate, Instant } from '../calendar/civil-date.js';
import type { Deadline } from '../calendar/deadline.js';
import type { CaseSummary, OnLapse, Outcome, PauseReason } from './journal.js';
import type { Addressee, PersonId } from './people.js';

/** One thing that a case waits for, or with `optional` that it would take. */
export interface Wait {
  readonly id: string;
  readonly kind: 'task' | 'event' | 'date' | 'clock' | 'child' | 'pause';
  /** Key of the task, event or clock; reason of a date; procedure of a child. */
  readonly key: string;
  readonly who?: Addressee;
  readonly since: Instant;
  readonly due?: Deadline;
  /** Its clock stands still now. */
  readonly stopped: boolean;
  readonly overdue: boolean;
  readonly onLapse?: OnLapse;
  /** Somebody may bring it; the case does not wait for it. */
  readonly optional?: true;
  readonly seal?: string;
  readonly panel?: string;
  readonly except?: readonly PersonId[];
  readonly context?: unknown;
}

/** A case as its journal tells it: the fold of all its entries. */
export interface CaseView {
  readonly ref: string;
  readonly procedure: string;
  readonly revision: string;
  readonly summary: CaseSummary;
  readonly parent?: string;
  readonly stage: string;
  readonly status: 'open' | 'paused' | 'closed';
  readonly outcome?: Outcome;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly pause?: PauseReason & { readonly on: CivilDate; readonly until?: CivilDate };
  /** Everything the case waits for, in the order it was asked. */
  readonly waits: readonly Wait[];
  readonly lastSeq: number;
}
