import type { CivilDate } from '../../calendar/civil-date.js';
import { lastDay } from '../../calendar/deadline.js';
import { workingDays, type Term } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { closingDay, creditsReopenOn } from '../account.js';
import type { CallTerms } from '../call-terms.js';
import type { Grant } from '../grant.js';
import { applicant } from '../input.js';
import { answerBudgetControl, freeCommitment, recordCommitment } from '../tasks/commitment.js';

/** When the budget year closes for it: a commitment, or a payment. */
export type Closing = keyof NonNullable<CallTerms['yearEnd']>;

/**
 * F7: the credits are committed within five working days [D] and while the year's credits are open, else in January. What budget control
 * rejects is answered by the authority and presented again.
 */
export async function commitCredits(file: CaseFile, grant: Grant, amountCents: number): Promise<void> {
  let answer: string | undefined;
  for (;;) {
    await creditsAreOpen(file, grant, 'lastCommitment');
    const reply = await file.ask(recordCommitment, {
      to: { role: 'budgetOfficer' },
      ...beforeClosing(file.today(), grant.input.call, 'lastCommitment', workingDays(5)),
      except: [...new Set([...grant.notDeciding, grant.parts.awardedBy])],
      context: { amountCents, ...(answer !== undefined && { answer }) },
    });
    if (reply.kind === 'lapsed') continue;
    const result = reply.answer;
    if (result.result === 'recorded') {
      grant.ejNumber = result.ejNumber;
      file.measure('committed', amountCents, 'centimes', result.documents ?? []);
      return;
    }
    ({ answer } = (
      await file.ask(answerBudgetControl, {
        to: { role: 'authority' },
        within: workingDays(5),
        except: grant.notDeciding,
        context: { amountCents, reasons: result.reasons },
      })
    ).answer);
  }
}

/** Credits that stay unused go back: the legal commitment is reduced in Chorus. */
export async function freeCredits(file: CaseFile, grant: Grant, amountCents: number): Promise<void> {
  if (amountCents <= 0) return;
  await file.ask(freeCommitment, {
    to: { role: 'budgetOfficer' },
    within: workingDays(10),
    except: grant.notDeciding,
    context: { amountCents, ejNumber: grant.ejNumber },
  });
}

/** Between the last day of a budget year and 1 January the case waits for the new year's credits. */
export async function creditsAreOpen(file: CaseFile, { input: { call } }: Grant, closing: Closing): Promise<void> {
  const reopenOn = creditsReopenOn(file.today(), call.yearEnd, closing);
  if (reopenOn === undefined) return;
  file.tell(applicant, closing === 'lastPayment' ? 'payment-next-year' : 'commitment-next-year', { reopenOn });
  await file.wait(reopenOn, 'new-year-credits');
}

/** The service's own term, or the closing of the year when that is sooner: no pause moves it, and what is late then is asked again in January. */
export function beforeClosing(
  today: CivilDate,
  { yearEnd, zone }: CallTerms,
  closing: Closing,
  within: Term,
): { readonly within: Term } | { readonly by: CivilDate; readonly onLapse: 'lapse' } {
  const day = closingDay(today, yearEnd, closing);
  return day !== undefined && day < lastDay(today, within, { zone }) ? { by: day, onLapse: 'lapse' } : { within };
}
