import type { CivilDate } from '../../calendar/civil-date.js';
import { workingDays } from '../../calendar/term.js';
import type { CaseFile, ExpectOptions } from '../../kit/case-file.js';
import type { FtapInput } from '../input.js';
import { committeeHeard, promoted, type CommitteeContext, type CommitteeResult } from '../tasks/committee.js';
import type { Study } from './instruction.r1.js';

type Listed = Extract<CommitteeResult, { result: 'waitingList' }>;
/** What the committee tells the authority. It proposes; it does not decide. */
export type Proposal = Extract<CommitteeResult, { result: 'favourable' | 'reserved' | 'unfavourable' }>;

/**
 * F4: a session of the committee hears the case, and tells it its opinion. A case that is postponed comes back at the next session; one
 * on the waiting list too, unless money returns first and it is promoted.
 */
export async function hearCommittee(file: CaseFile, input: FtapInput, study: Study): Promise<Proposal> {
  let result: CommitteeResult | undefined;
  for (;;) {
    const hearing = nextHearing(file, input, study, result?.metOn);
    if (result?.result === 'waitingList') result = await heardOrPromoted(file, input, hearing, result);
    else result = (await file.expect(committeeHeard, hearing)).data;
    switch (result.result) {
      case 'favourable':
      case 'reserved':
        file.measure('proposed', result.amountCents, 'centimes');
        return result;
      case 'unfavourable':
        return result;
      case 'postponed':
        file.tell({ role: 'applicant' }, 'postponed');
        break;
      case 'waitingList':
        file.tell({ role: 'applicant' }, 'waiting-list', { rank: result.rank });
    }
  }
}

/** By the day of the call's next session, or within the service's own time when its calendar has none left. */
function nextHearing(
  file: CaseFile,
  { application, call }: FtapInput,
  { totals, opinions }: Study,
  lastMet: CivilDate = file.today(),
): ExpectOptions<CommitteeContext> & { onLapse?: 'escalate'; until?: undefined } {
  const session = call.committeeDates.find((date) => date > file.today() && date > lastMet);
  return {
    from: { role: 'committeeMember' },
    ...(session === undefined ? { within: workingDays(20) } : { by: session }),
    reminders: [7, 2].map((before) => ({ before, unit: 'workingDays' })),
    context: { requestedCents: application.budget.amountCents, floorCents: call.floorCents, totals, opinions },
  };
}

/** A case on the waiting list: whichever comes first, money that returns or another session. */
async function heardOrPromoted(
  file: CaseFile,
  { call }: FtapInput,
  hearing: ExpectOptions<CommitteeContext>,
  { session, metOn, rank, amountCents }: Listed,
): Promise<CommitteeResult> {
  let promote = (): void => undefined;
  const promotion = new Promise<void>((resolve) => (promote = resolve));
  const heard = file.expect(committeeHeard, { ...hearing, until: promotion });
  const raised = file.expect(promoted, {
    from: { role: 'programManager' },
    optional: true,
    until: heard,
    context: { session, metOn, rank, amountCents, floorCents: call.floorCents },
  });
  void raised.then(({ kind }) => {
    if (kind === 'happened') promote();
  });
  const [byCommittee, byMoney] = await Promise.all([heard, raised]);
  if (byCommittee.kind === 'happened') return byCommittee.data;
  return { result: 'favourable', session, metOn, amountCents: byMoney.kind === 'happened' ? byMoney.data.amountCents : amountCents };
}
