import { lastDay } from '../../calendar/deadline.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile, Happened, RunningClock } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { appealPromise, appealSilence } from '../clocks.js';
import { letters } from '../documents.js';
import { applicant, applicants, reviewersOf, type FtapInput } from '../input.js';
import { profileOf } from '../legal-profiles.js';
import { stages } from '../stages.js';
import { appealLodged, decideAppeal, reviewAppeal, type AppealVerdict, type Contestable, type Grounds } from '../tasks/appeal.js';
import { arbiterCapacity, capacity, signedBy } from './signature.r1.js';
import { timeToDecide } from './time-to-decide.r1.js';

export interface Contested {
  readonly against: Contestable;
  /** Who prepared the decision: none of them reviews the appeal or answers it. */
  readonly notBy: Iterable<PersonId>;
}

export type Appealed =
  | { readonly kind: 'annulled'; readonly reasons: string }
  | { readonly kind: 'confirmed'; readonly reasons: string }
  | { readonly kind: 'silent' };

/**
 * Whether a decision that has been notified stands: nobody contests it within the time limit, or an appeal fails. The author of the
 * decision may answer the appeal, which is addressed to the administration that decided (CRPA L410-1); who prepared it may not.
 */
export async function remedy(file: CaseFile, input: FtapInput, contested: Contested): Promise<'stands' | 'annulled'> {
  return (await contest(file, input, contested)) === undefined ? 'stands' : 'annulled';
}

/** The reasons for which the decision was annulled; undefined when it stands. `lodged`: an appeal that was already under way. */
export async function contest(
  file: CaseFile,
  input: FtapInput,
  contested: Contested,
  lodged?: Happened<Grounds>,
): Promise<string | undefined> {
  const appeal =
    lodged ??
    (await file.expect(appealLodged, {
      from: applicant,
      within: profileOf(input).remedyTerm,
      onLapse: 'lapse',
      optional: true,
      context: { against: contested.against },
    }));
  if (appeal.kind === 'lapsed') return undefined;
  file.enter(stages.appeal);
  const answer = await answerAppeal(file, input, contested, appeal);
  return answer.kind === 'annulled' ? answer.reasons : undefined;
}

/** The appeal is acknowledged, reviewed by fresh eyes and answered, or rejected by silence. */
export async function answerAppeal(
  file: CaseFile,
  input: FtapInput,
  { against, notBy }: Contested,
  { on, data: { grounds } }: Happened<Grounds>,
): Promise<Appealed> {
  const { appealTerm, appealSilence: silence, remedies } = profileOf(input);
  const clock = file.clock(silence === 'rejection' ? appealSilence : appealPromise, { from: on, term: appealTerm });
  const silent = silence === 'rejection' ? clock.expiry : new Promise<never>(() => undefined);
  file.produce(letters.appealReceipt, {
    against,
    receivedOn: on,
    remedies,
    ...(silence === 'rejection' && { silence: { on: clock.lastDay(), basis: appealTerm.basis } }),
  });
  file.tell(applicant, 'appeal-received');
  const before = [...new Set([...applicants(input), ...notBy])];
  const review = await file.ask(reviewAppeal, {
    to: reviewersOf(input.call),
    within: workingDays(20),
    except: before,
    context: { against, grounds },
    until: silent,
  });
  if (review.kind === 'lapsed') return rejectedBySilence(file, input, clock);
  const decided = await file.ask(decideAppeal, {
    to: { role: remedies === 'arbitration' ? 'direction' : 'authority' },
    ...timeToAnswer(file, input, clock),
    except: [...before, review.by],
    context: { against, grounds, conclusions: review.answer.conclusions },
    until: silent,
  });
  if (decided.kind === 'lapsed') return rejectedBySilence(file, input, clock);
  clock.end();
  return answered(file, input, { against, lodgedOn: on }, decided);
}

/** Before silence rejects the appeal, where it does. */
function timeToAnswer(file: CaseFile, input: FtapInput, clock: RunningClock) {
  const { appealSilence: silence, appealTerm } = profileOf(input);
  const silentDay = silence === 'none' ? undefined : clock.lastDay();
  return timeToDecide(file, input.call.zone, silentDay, `avant le rejet implicite du recours, ${appealTerm.basis ?? ''}`);
}

function answered(
  file: CaseFile,
  input: FtapInput,
  appeal: { readonly against: Contestable; readonly lodgedOn: string },
  { answer: { verdict, reasons }, by }: { readonly answer: AppealVerdict; readonly by: PersonId },
): Appealed {
  const arbitrated = profileOf(input).remedies === 'arbitration';
  file.produce(letters.appealDecision, {
    ...signedBy(file, input, by),
    ...appeal,
    capacity: arbitrated ? arbiterCapacity : capacity,
    verdict,
    reasons: [reasons],
  });
  file.tell(applicant, verdict === 'annul' ? 'appeal-upheld' : 'appeal-dismissed');
  return { kind: verdict === 'annul' ? 'annulled' : 'confirmed', reasons };
}

/** The rejection is born at the end of the term; from that day the applicant has the whole time limit to go to court (CRPA L411-2). */
function rejectedBySilence(file: CaseFile, input: FtapInput, clock: RunningClock): Appealed {
  const bornOn = clock.lastDay() ?? file.today();
  const courtUntil = lastDay(bornOn, profileOf(input).remedyTerm, { zone: input.call.zone });
  file.tell(applicant, 'appeal-rejected-by-silence', { bornOn, courtUntil });
  file.tell({ role: 'programManager' }, 'appeal-unanswered', { bornOn });
  return { kind: 'silent' };
}
