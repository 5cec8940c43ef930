import { days, workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { heldCents } from '../account.js';
import { letters } from '../documents.js';
import { finalSum, type FinalSum } from '../final-sum.js';
import type { Grant } from '../grant.js';
import { applicant, applicants, reviewersOf } from '../input.js';
import { finalAccount, reviewFinalAccount, type BudgetLine, type FinalAccount } from '../tasks/final-account.js';
import { freeCredits } from './commitment.r1.js';
import { release } from './end-grant.r1.js';
import { payInstalment, payableCents } from './instalment.r1.js';
import { recover } from './recovery.r1.js';

interface Accepted {
  readonly account: FinalAccount;
  readonly retained: Readonly<Record<string, number>>;
  readonly by: PersonId;
}

/**
 * F10: within ninety days of the end the beneficiary accounts for what was spent; what is retained gives the grant that is due. The rest is
 * paid, or what was paid in excess comes back, and credits that stay unused go back to the envelope.
 */
export async function closeAccount(file: CaseFile, grant: Grant, reports: readonly Promise<void>[]): Promise<void> {
  const [accepted] = await Promise.all([account(file, grant), ...reports]);
  const sum = finalSum({
    amountCents: grant.amountCents,
    eligibleCents: grant.eligibleCents,
    retainedCents: Object.values(accepted.retained).reduce((total, cents) => total + cents, 0),
    heldCents: heldCents(grant.account),
  });
  explain(file, grant, accepted, sum);
  await payOrRecover(file, grant, accepted, sum);
  // Also what a reduced balance left.
  const unusedCents = grant.amountCents - heldCents(grant.account);
  release(file, grant, unusedCents);
  await freeCredits(file, grant, unusedCents);
}

async function account(file: CaseFile, grant: Grant): Promise<Accepted> {
  const lines = linesOf(grant);
  let missing: string | undefined;
  for (;;) {
    const sent = await file.ask(finalAccount, {
      to: applicant,
      ...(missing === undefined ? { within: days(90), countedFrom: grant.endsOn } : { within: days(30) }),
      context: { lines, ...(missing !== undefined && { missing }) },
    });
    const { answer, by } = await file.ask(reviewFinalAccount, {
      to: reviewersOf(grant.input.call),
      within: workingDays(15),
      except: [...applicants(grant.input), grant.parts.awardedBy],
      context: {
        lines: lines.filter(({ eligible }) => eligible).map((line) => ({ ...line, spentCents: sent.answer.spent[line.key] ?? 0 })),
        incomeCents: sent.answer.incomeCents,
      },
    });
    if (answer.verdict === 'accept') return { account: sent.answer, retained: answer.retained, by };
    ({ missing } = answer);
    file.tell(applicant, 'account-incomplete', { missing });
  }
}

const linesOf = ({ input: { application } }: Grant): BudgetLine[] =>
  application.budget.lines.map(({ label, amountCents, eligible }, index) => ({
    key: String(index + 1),
    label,
    plannedCents: amountCents,
    eligible,
  }));

/** The letter that redoes the sum, line by line. */
function explain(file: CaseFile, grant: Grant, { account: { spent, incomeCents }, retained }: Accepted, sum: FinalSum): void {
  const { paidCents, clawedBackCents } = grant.account;
  file.produce(letters.closing, {
    lines: linesOf(grant).map(({ key, label, plannedCents, eligible }) => ({
      label,
      plannedCents,
      spentCents: spent[key] ?? 0,
      ...(eligible && { retainedCents: retained[key] ?? 0 }),
    })),
    incomeCents,
    amountCents: grant.amountCents,
    eligibleCents: grant.eligibleCents,
    paidCents,
    clawedBackCents,
    ...sum,
  });
  file.tell(applicant, 'account-closed', sum);
}

async function payOrRecover(file: CaseFile, grant: Grant, { account: { documents }, by }: Accepted, sum: FinalSum): Promise<void> {
  const { balanceCents, reversalCents } = sum;
  const { label = 'Solde', condition = 'Sur bilan final' } = grant.input.call.instalments.findLast(({ kind }) => kind === 'balance') ?? {};
  if (balanceCents > 0)
    await payInstalment(file, grant, { kind: 'balance', label, condition, documents, cents: () => payableCents(grant, balanceCents) });
  if (reversalCents === 0) return;
  grant.account.clawedBackCents += reversalCents;
  await recover(file, grant.input, {
    amountCents: reversalCents,
    by,
    reasons: 'Le montant versé dépasse la subvention due au vu du bilan final.',
  });
}
