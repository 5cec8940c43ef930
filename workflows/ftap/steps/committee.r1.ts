import { workingDays } from '../../calendar/term.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { FtapInput } from '../input.js';
import { recordCommitteeResult, type CommitteeResult } from '../tasks/decision.js';
import type { Study } from './instruction.r1.js';

/** What the committee tells the authority. It proposes; it does not decide. */
export type Proposal = Extract<CommitteeResult, { result: 'favourable' | 'reserved' | 'unfavourable' }>;

/** F4: a case that is postponed or put on the waiting list comes back at the next session. */
export async function hearCommittee(file: CaseFile, { application, call }: FtapInput, { totals, opinions }: Study): Promise<Proposal> {
  for (;;) {
    const [session, ...later] = call.committeeDates.filter((date) => date > file.today());
    const { answer } = await file.ask(recordCommitteeResult, {
      to: { role: 'committeeMember' },
      ...(session === undefined ? { within: workingDays(20) } : { by: session }),
      reminders: [7, 2].map((before) => ({ before, unit: 'workingDays' })),
      context: {
        requestedCents: application.budget.amountCents,
        floorCents: call.floorCents,
        totals,
        opinions,
        hasNextSession: later.length > 0,
      },
    });
    if (answer.result !== 'postponed' && answer.result !== 'waitingList') return answer;
    file.tell({ role: 'applicant' }, answer.result === 'postponed' ? 'postponed' : 'waiting-list');
    const next = later.find((date) => date > file.today());
    if (next !== undefined && session !== undefined && session > file.today()) await file.wait(session, 'next-session');
  }
}
