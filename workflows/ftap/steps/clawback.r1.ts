import { lastDay } from '../../calendar/deadline.js';
import { days, workingDays } from '../../calendar/term.js';
import type { Answered, CaseFile, Happened } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import { heldCents } from '../account.js';
import { letters } from '../documents.js';
import type { Grant } from '../grant.js';
import { applicant } from '../input.js';
import { stages } from '../stages.js';
import { breachFound, decideClawback, writtenObservations, type Breach, type ClawbackDecision } from '../tasks/clawback.js';
import { remedy } from './appeal.r1.js';
import { freeCredits } from './commitment.r1.js';
import { release } from './end-grant.r1.js';
import { hearJourneys } from './funded-journeys.r1.js';
import { recover } from './recovery.r1.js';
import { signedBy } from './signature.r1.js';

/** Written observations come first, whoever the beneficiary is (CRPA L122-1; CE, 4 octobre 2021, n° 438695, for public bodies). */
const timeToObserve = days(30, { clock: 'legal', basis: 'CRPA L122-1', rollOver: true });

type Decided<D extends ClawbackDecision['decision']> = Answered<ClawbackDecision & { decision: D }>;

/**
 * F11: resolves only when the whole grant is taken back; whatever else is decided, the grant goes on. Payments wait meanwhile, and nothing
 * is recovered before the decision stands [D].
 */
export async function watchForBreaches(file: CaseFile, grant: Grant): Promise<Outcome> {
  for (;;) {
    const breach = await file.expect(breachFound, { from: { role: 'programManager' }, optional: true });
    file.enter(stages.clawback);
    const lift = grant.holds.place();
    const decided = await decide(file, grant, breach);
    if (is(decided, 'drop')) file.tell(applicant, 'breach-dropped');
    else if (await stands(file, grant, breach, decided)) {
      if (is(decided, 'total')) return takeAllBack(file, grant, decided);
      if (is(decided, 'partial')) await take(file, grant, decided.answer.amountCents, decided);
    }
    grant.comeBack(file);
    lift();
  }
}

/** The beneficiary is heard, then the authority decides, with reasons in law and in fact (CRPA L242-2, 2°). Payments wait meanwhile. */
async function decide(file: CaseFile, grant: Grant, { data: { reasons }, by }: Happened<Breach>): Promise<Answered<ClawbackDecision>> {
  const context = { reasons, paidCents: heldCents(grant.account) };
  file.produce(letters.breachNotice, { ...context, lastDay: lastDay(file.today(), timeToObserve, { zone: grant.input.call.zone }) });
  const heard = await file.ask(writtenObservations, { to: applicant, within: timeToObserve, onLapse: 'lapse', context });
  return file.ask(decideClawback, {
    to: { role: 'authority' },
    within: workingDays(20),
    except: [...new Set([...grant.notDeciding, by])],
    context: {
      reasons,
      paidCents: heldCents(grant.account),
      ...(heard.kind === 'answered' && { observations: heard.answer.observations }),
    },
  });
}

/** Notified with its reasons and remedies; true unless an appeal annuls it. */
async function stands(
  file: CaseFile,
  { input, parts }: Grant,
  breach: Happened<Breach>,
  decided: Answered<ClawbackDecision>,
): Promise<boolean> {
  const { answer, by } = decided;
  file.produce(letters.clawback, {
    ...signedBy(file, input, by),
    reasons: reasonsOf(answer),
    awardedOn: parts.decidedOn,
    ...(answer.decision === 'partial' && { amountCents: answer.amountCents }),
  });
  file.tell(applicant, 'clawback-decided');
  return (await remedy(file, input, { against: 'clawback', notBy: [...parts.reviewers, breach.by] })) === 'stands';
}

async function takeAllBack(file: CaseFile, grant: Grant, decided: Answered<ClawbackDecision>): Promise<Outcome> {
  file.clear();
  // Journeys go on, whatever becomes of the money.
  void hearJourneys(file, grant);
  const paidCents = heldCents(grant.account);
  const unpaidCents = grant.amountCents - paidCents;
  release(file, grant, unpaidCents);
  await take(file, grant, paidCents, decided);
  if (grant.ejNumber !== '') await freeCredits(file, grant, unpaidCents);
  return grant.outcome('clawedBack', reasonsOf(decided.answer).join('\n'));
}

/** Taken off the grant at once: no payment may be made of what has to come back. */
async function take(file: CaseFile, grant: Grant, amountCents: number, { answer, by }: Answered<ClawbackDecision>): Promise<void> {
  if (amountCents <= 0) return;
  grant.account.clawedBackCents += amountCents;
  await recover(file, grant.input, { amountCents, by, reasons: reasonsOf(answer).join('\n') });
}

const reasonsOf = (answer: ClawbackDecision): string[] => (answer.decision === 'drop' ? [answer.why] : [answer.inLaw, answer.inFact]);

const is = <D extends ClawbackDecision['decision']>(decided: Answered<ClawbackDecision>, decision: D): decided is Decided<D> =>
  decided.answer.decision === decision;
