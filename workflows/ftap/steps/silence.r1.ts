import type { CivilDate } from '../../calendar/civil-date.js';
import { months } from '../../calendar/term.js';
import type { CaseFile, Happened, RunningClock } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { letters } from '../documents.js';
import { applicant, applicants, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { appealLodged, giveReasons, reasonsRequested, type Grounds } from '../tasks/appeal.js';
import { answerAppeal } from './appeal.r1.js';
import { signedBy } from './signature.r1.js';

/** The appeal against the implicit rejection that is still under way: an express refusal inherits it. */
export interface Pending {
  appeal?: Happened<Grounds>;
}

const never = (): Promise<never> => new Promise<never>(() => undefined);

/**
 * What follows when the term of the decision ends without one. Where silence is a rejection the applicant may contest it, and ask for
 * its reasons (CRPA L232-4), while the study goes on beside: the authority may still decide. Resolves only when the authority confirms
 * the rejection; an express decision that leaves first ends it all.
 */
export async function contestSilence(
  file: CaseFile,
  input: FtapInput,
  { clock, reviewers, pending }: { clock: RunningClock; reviewers: ReadonlySet<PersonId>; pending: Pending },
): Promise<Outcome> {
  await clock.expiry;
  file.tell({ role: 'programManager' }, 'decision-clock-expired');
  if (profileOf(input).silence === 'none') return never();
  file.tell(applicant, 'implicit-rejection');
  const appeal = await lodgedInTime(file, input, clock.lastDay() ?? file.today());
  pending.appeal = appeal;
  const answer = await answerAppeal(file, input, { against: 'implicitRejection', notBy: reviewers }, appeal);
  delete pending.appeal;
  if (answer.kind !== 'confirmed') return never();
  file.clear();
  return { kind: 'refused', reason: answer.reasons };
}

/** Two clear months from the birth of the rejection (CJA R421-2), and again from the day on which its reasons are given (L232-4). */
async function lodgedInTime(file: CaseFile, input: FtapInput, bornOn: CivilDate): Promise<Happened<Grounds>> {
  const appeal = {
    from: applicant,
    within: profileOf(input).remedyTerm,
    onLapse: 'lapse',
    optional: true,
    context: { against: 'implicitRejection' },
  } as const;
  const reasons = reasonsGiven(file, input, bornOn);
  const first = await file.expect(appealLodged, { ...appeal, countedFrom: bornOn, until: reasons });
  if (first.kind === 'happened') return first;
  await reasons;
  const second = await file.expect(appealLodged, appeal);
  return second.kind === 'happened' ? second : never();
}

/** Resolves when the reasons have been given; never when nobody asks for them. */
async function reasonsGiven(file: CaseFile, input: FtapInput, bornOn: CivilDate): Promise<void> {
  const asked = await file.expect(reasonsRequested, {
    from: applicant,
    within: profileOf(input).remedyTerm,
    countedFrom: bornOn,
    onLapse: 'lapse',
    optional: true,
  });
  if (asked.kind === 'lapsed') return never();
  const { answer, by } = await file.ask(giveReasons, {
    to: { role: 'authority' },
    within: months(1, { clock: 'legal', basis: 'CRPA L232-4' }),
    except: applicants(input),
  });
  file.produce(letters.reasonsOfSilence, { ...signedBy(file, input, by), bornOn, reasons: [answer.inLaw, answer.inFact] });
  file.tell(applicant, 'reasons-given');
}
