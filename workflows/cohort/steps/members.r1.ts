import { calendarOf } from '../plan.js';
import { applied, askedForSeat, mayApply } from '../register.js';
import { type Application, applicationReceived, memberLeft, seatAsked } from '../tasks/members.js';
import type { Cohort } from './cohort.js';

const manager = { role: 'programManager' } as const;

/** Each application opens a case of its own, until the last day to apply. */
export async function takeApplications(cohort: Cohort, closing: Promise<unknown>): Promise<void> {
  for (;;) {
    const received = await cohort.file.expect(applicationReceived, { from: { role: 'participant' }, optional: true, until: closing });
    if (received.kind === 'lapsed') return;
    if (mayApply(cohort.register, received.data.owner)) openMember(cohort, received.data);
  }
}

function openMember(cohort: Cohort, { owner, track, application, keeps = [], ...others }: Application): void {
  const { file, input } = cohort;
  const named = { ...(track !== undefined && { track }) };
  const { ref, outcome } = file.open(input.journey, {
    owner,
    cohort: file.ref,
    template: input.template,
    calendar: calendarOf(cohort.plan),
    application,
    keeps,
    ...(input.fundedBy !== undefined && { fundedBy: input.fundedBy }),
    ...named,
    ...others,
  });
  cohort.become(applied(cohort.register, { ref, owner, ...named }));
  cohort.outcomes.push(outcome);
  void outcome.then(() => {
    cohort.ends(ref);
  });
}

/** A retained application asks for a seat: it gets one, or its place on the waiting list. */
export async function takeSeatRequests(cohort: Cohort): Promise<never> {
  for (;;) {
    const { data, by } = await cohort.file.expect(seatAsked, { from: manager, optional: true });
    cohort.become(askedForSeat(cohort.register, data.ref));
    cohort.giveSeats(by);
  }
}

/** Who leaves before their case ends frees the seat at once. */
export async function freeSeats(cohort: Cohort): Promise<never> {
  for (;;) {
    const { data, by } = await cohort.file.expect(memberLeft, { from: manager, optional: true });
    cohort.leaves(data.ref, by);
  }
}
