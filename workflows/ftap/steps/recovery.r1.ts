import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { PersonId } from '../../kit/people.js';
import { applicant, applicants, type FtapInput } from '../input.js';
import { profileKeyOf } from '../legal-profiles.js';
import { recordRecoveryOrder } from '../tasks/clawback.js';

/**
 * Money that was paid comes back: the budget officer issues the order of recovery (titre de perception), or between services of the State
 * the credits are restored (rétablissement de crédits). `by` decided it, and does not issue it.
 */
export async function recover(
  file: CaseFile,
  input: FtapInput,
  { amountCents, by, reasons }: { readonly amountCents: number; readonly by: PersonId; readonly reasons: string },
): Promise<void> {
  const way = profileKeyOf(input) === 'INTERNAL_STATE' ? 'credits' : 'order';
  const { answer } = await file.ask(recordRecoveryOrder, {
    to: { role: 'budgetOfficer' },
    within: workingDays(10),
    except: [...applicants(input), by],
    context: { amountCents, reasons, by: way },
  });
  file.measure('clawedBack', amountCents, 'centimes', answer.documents);
  file.tell(applicant, 'recovery-ordered', { amountCents, number: answer.number, by: way });
}
