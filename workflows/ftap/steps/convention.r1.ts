import { lastDay } from '../../calendar/deadline.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import { eligibleCents } from '../application.js';
import { letters } from '../documents.js';
import { applicant, type FtapInput } from '../input.js';
import { conventionSigned, recordCommitment } from '../tasks/convention.js';
import { capacity, instalmentsOf, type Award } from './decision.r1.js';

/** F6: both parties sign, in any order; the direction is told ten days late, and again sixty days late, when lapse may be proposed. */
export async function signConvention(file: CaseFile, input: FtapInput, { amountCents, by, decidedOn }: Award): Promise<void> {
  file.produce(letters.convention, {
    amountCents,
    eligibleCents: eligibleCents(input.application.budget.lines),
    decidedOn,
    instalments: instalmentsOf(input, amountCents),
    capacity: capacity.replace(/^Le /, 'le '),
    signedForStateBy: by,
  });
  const common = {
    within: workingDays(30),
    escalation: [0, 10, 60].map((afterWorkingDays, level) => ({
      afterWorkingDays,
      to: level === 0 ? ('programManager' as const) : ('direction' as const),
    })),
  };
  await Promise.all([
    file.expect(conventionSigned, { ...common, from: applicant, context: { party: 'beneficiary' } }),
    file.expect(conventionSigned, { ...common, from: { role: 'authority' }, context: { party: 'state' } }),
  ]);
}

/** F7: the credits are committed within five working days [D], and in any case before the budget year closes. */
export async function commitCredits(file: CaseFile, { call }: FtapInput, { amountCents, by }: Award): Promise<void> {
  const service = workingDays(5);
  const closing = call.yearEnd && `${file.today().slice(0, 4)}-${call.yearEnd.lastCommitment}`;
  const closesSooner = closing !== undefined && closing >= file.today() && closing < lastDay(file.today(), service, { zone: call.zone });
  await file.ask(recordCommitment, {
    to: { role: 'budgetOfficer' },
    ...(closesSooner ? { by: closing } : { within: service }),
    except: [by],
    context: { amountCents },
  });
  file.measure('committed', amountCents, 'centimes');
}
