import type { Instant } from '../calendar/civil-date.js';
import { CaseRun } from './case-run.js';
import type { Entry } from './journal.js';
import type { CaseStart } from './messages.js';
import type { Procedure } from './procedure.js';
import { replay } from './resume.js';

/** A case between two moments: what it began with, what it did since, and what time it is now. */
export interface ToldCase {
  readonly start: CaseStart;
  readonly journal: readonly Entry[];
  readonly now: Instant;
}

/**
 * Tells a past to a procedure again: to the same one with corrected answers, or to another revision. The run's `divergence` says at
 * which entry it would have gone another way; otherwise the run may take the place of the one that lived this past.
 */
export async function retell(
  procedure: Procedure,
  { start, journal, now }: ToldCase,
  corrections: ReadonlyMap<string, unknown>,
  settle: () => Promise<void>,
): Promise<CaseRun> {
  const candidate = new CaseRun(procedure, start, now, { entries: [...journal], agreement: 'shape', corrections });
  await replay(candidate, settle);
  candidate.now = now;
  candidate.granted = undefined;
  if (candidate.failure) candidate.divergence ??= { seq: candidate.journal.length, was: undefined, would: undefined };
  // It would have done more by now. That cannot be written today under a day that has passed.
  const more = candidate.journal[journal.length];
  if (more) candidate.divergence ??= { seq: more.seq, was: undefined, would: more };
  return candidate;
}
