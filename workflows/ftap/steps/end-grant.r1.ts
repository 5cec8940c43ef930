import type { CaseFile, DocumentType } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import type { Grant } from '../grant.js';
import { applicant, reviewersOf } from '../input.js';
import { signedBy } from './signature.r1.js';

interface Ending {
  readonly kind: 'renounced' | 'lapsed';
  readonly letter: DocumentType;
  readonly reasons: string;
  readonly by: PersonId;
}

/** The grant ends before its convention: nothing is awaited any more, and its money goes back to the envelope of the call. */
export function endGrant(file: CaseFile, grant: Grant, { kind, letter, reasons, by }: Ending): Outcome {
  const { input, amountCents, parts } = grant;
  file.clear();
  file.produce(letter, {
    amountCents,
    reasons: [reasons],
    awardedOn: parts.decidedOn,
    ...signedBy(file, input, by),
  });
  file.tell(applicant, kind, { amountCents });
  file.tell(reviewersOf(input.call), kind, { amountCents });
  release(file, grant, amountCents);
  return grant.outcome(kind, reasons);
}

/** Money of the award that returns to the envelope. */
export function release(file: CaseFile, { account }: Grant, cents: number): void {
  if (cents <= 0) return;
  account.releasedCents += cents;
  file.measure('released', cents, 'centimes');
}
