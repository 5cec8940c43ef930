import { days, workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { applicant, reviewersOf, type FtapInput } from '../input.js';
import { instalmentCents } from '../marks.js';
import { paymentConfirmed } from '../tasks/convention.js';
import { certifyService, orderPayment, requestInstalment, type InstalmentContext } from '../tasks/instalment.js';
import type { Award } from './decision.r1.js';

/**
 * F8.n: the beneficiary asks, a reviewer certifies the service done, the authority orders, the accountant pays. Who certifies does
 * not order. A request that is held comes back to the beneficiary with what is missing. Returns the cents that were paid.
 */
export async function payInstalment(
  file: CaseFile,
  { call, owner }: FtapInput,
  award: Award,
  { index, reviewers }: { index: number; reviewers: readonly PersonId[] },
): Promise<number> {
  const { label, condition } = call.instalments[index] ?? { label: `Versement ${index + 1}`, condition: '' };
  let context: InstalmentContext = { label, condition, amountCents: instalmentCents(award.amountCents, call.instalments, index) };
  for (;;) {
    await file.ask(requestInstalment, { to: applicant, within: days(30), context });
    const { answer, by: certifiedBy } = await file.ask(certifyService, {
      to: reviewersOf(call),
      within: workingDays(15),
      except: [owner, award.by],
      context,
    });
    if (answer.verdict === 'hold') {
      context = { ...context, held: answer.reasons };
      file.tell(applicant, 'instalment-held', { reasons: answer.reasons });
      continue;
    }
    const amountCents = answer.verdict === 'reduce' ? answer.amountCents : context.amountCents;
    const payable = { ...context, amountCents };
    await file.ask(orderPayment, {
      to: { role: 'authority' },
      within: workingDays(5),
      except: [...new Set([owner, certifiedBy, ...reviewers])],
      context: payable,
    });
    const { data } = await file.expect(paymentConfirmed, { from: { role: 'budgetOfficer' }, within: days(30), context: { amountCents } });
    return data.amountCents;
  }
}
