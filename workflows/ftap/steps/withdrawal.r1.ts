import { addDays, addMonths, type CivilDate } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import { days } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import type { PersonId } from '../../kit/people.js';
import { letters } from '../documents.js';
import { applicant, applicants, type FtapInput } from '../input.js';
import { stages } from '../stages.js';
import { decideWithdrawal, giveObservations, unlawfulnessFound } from '../tasks/withdrawal.js';
import type { Award } from './decision.r1.js';
import type { Ledger } from './ledger.r1.js';
import { recover } from './recovery.r1.js';
import { signedBy } from './signature.r1.js';

/**
 * The withdrawal of an unlawful award, in the four months after it was taken (CRPA L242-1), once the beneficiary could present
 * observations (L122-1). It runs beside the project, and resolves only when the award is withdrawn. No pause moves the day: it is the
 * law's.
 */
export async function withdrawnAsUnlawful(input: FtapInput, award: Award, { file, sum }: Ledger): Promise<Outcome> {
  const { amountCents } = award;
  const limit = addMonths(award.decidedOn, 4);
  for (;;) {
    if (file.today() > limit) return new Promise<never>(() => undefined);
    const found = await file.expect(unlawfulnessFound, { from: { role: 'authority' }, by: limit, onLapse: 'lapse', optional: true });
    if (found.kind === 'lapsed') return new Promise<never>(() => undefined);
    const unlawful = found.data.inLaw;
    const observations = await observed(file, input, { unlawful, amountCents, limit, by: found.by });
    const decided = await file.ask(decideWithdrawal, {
      to: { role: 'authority' },
      by: limit,
      onLapse: 'lapse',
      except: applicants(input),
      context: { unlawful, amountCents, ...(observations !== undefined && { observations }) },
    });
    if (decided.kind === 'answered' && decided.answer.verdict === 'withdraw') {
      const { inLaw, inFact } = decided.answer;
      return withdraw(input, award, { file, sum }, { reasons: [inLaw, inFact], by: decided.by });
    }
    file.tell(applicant, 'award-maintained');
  }
}

/** Fifteen days [D] to answer, or less when the four months end sooner. */
async function observed(
  file: CaseFile,
  input: FtapInput,
  { unlawful, amountCents, limit, by }: { unlawful: string; amountCents: number; limit: CivilDate; by: PersonId },
): Promise<string | undefined> {
  const given = days(15, { clock: 'legal', basis: 'CRPA L122-1', rollOver: true });
  const due = lastDay(file.today(), given, { zone: input.call.zone });
  const closesSooner = due >= limit;
  const answerBy = closesSooner ? [file.today(), addDays(limit, -1)].sort().at(-1) : due;
  file.produce(letters.withdrawalNotice, { ...signedBy(file, input, by), unlawful, amountCents, answerBy });
  file.tell(applicant, 'withdrawal-intended', { answerBy });
  const reply = await file.ask(giveObservations, {
    to: applicant,
    ...(closesSooner && answerBy !== undefined ? { by: answerBy } : { within: given }),
    onLapse: 'lapse',
    context: { unlawful, amountCents },
  });
  return reply.kind === 'answered' ? reply.answer.observations : undefined;
}

/** Everything the award had set going ends; what was paid comes back, what was not returns to the envelope. */
async function withdraw(
  input: FtapInput,
  { amountCents, decidedOn }: Award,
  { file, sum }: Ledger,
  { reasons, by }: { reasons: readonly string[]; by: PersonId },
): Promise<Outcome> {
  file.clear();
  file.enter(stages.withdrawal);
  const paidCents = sum('paid') - sum('clawedBack');
  file.produce(letters.withdrawal, { ...signedBy(file, input, by), reasons, amountCents, paidCents, awardedOn: decidedOn });
  file.tell(applicant, 'award-withdrawn', { paidCents });
  const reason = reasons.join('\n');
  const unspent = sum('awarded') - sum('paid') - sum('released');
  if (unspent > 0) file.measure('released', unspent, 'centimes');
  if (paidCents > 0) await recover(file, input, { amountCents: paidCents, by, reasons: reason });
  return { kind: 'withdrawnByAuthority', reason };
}
