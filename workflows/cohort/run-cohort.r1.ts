import { addDays } from '../calendar/civil-date.js';
import type { Story } from '../kit/case-file.js';
import type { CohortInput } from './input.js';
import { inOrder } from './plan.js';
import { seated } from './register.js';
import { stages } from './stages.js';
import { Cohort } from './steps/cohort.js';
import { holdJury } from './steps/jury.r1.js';
import { freeSeats, takeApplications, takeSeatRequests } from './steps/members.r1.js';
import { takeChanges } from './steps/plan-changes.r1.js';
import { followSessions } from './steps/sessions.r1.js';

/** A cohort, from its first application to the end of its last member's journey. */
export const runCohort: Story<CohortInput> = async (file, input) => {
  const cohort = new Cohort(file, input);
  file.enter(stages.applications);
  const closing = file.wait(addDays(input.applicationsUntil, 1), 'applications');
  // What may happen at any time goes on beside the course, and ends with the case.
  const beside = Promise.all([takeApplications(cohort, closing), takeSeatRequests(cohort), freeSeats(cohort), takeChanges(cohort)]);
  await Promise.race([closing, beside]);
  if (cohort.outcomes.length === 0) return { kind: 'empty' };
  const course = Promise.all([beside, follow(cohort), followSessions(cohort)]);
  await Promise.race([Promise.all(cohort.outcomes), course]);
  return { kind: 'ended', data: { members: cohort.outcomes.length } };
};

async function follow(cohort: Cohort): Promise<void> {
  const { file, input } = cohort;
  file.enter(stages.preparation);
  convene(cohort);
  await cohort.reached(({ startsOn }) => startsOn, 'start');
  file.enter(stages.sessions);
  file.measure('seated', seated(cohort.register).length, 'agents');
  file.tell({ role: 'programManager' }, 'started', { title: input.title, seated: seated(cohort.register).length, seats: input.seats });
  await holdJury(cohort);
  file.enter(stages.followUp);
}

/** Trainers hear of their sessions, the jury of its days. */
function convene({ file, plan: { sessions, jury, resitBy } }: Cohort): void {
  const trainers = new Set(sessions.flatMap(({ trainer }) => trainer ?? []));
  for (const person of trainers) {
    const own = inOrder(sessions).filter(({ trainer }) => trainer === person);
    file.tell({ role: 'expert', person }, 'sessions-planned', { sessions: own.map(({ title, on, place }) => ({ title, on, place })) });
  }
  for (const person of jury.members) file.tell({ role: 'juryMember', person }, 'jury-convened', { heldOn: jury.on, resitBy });
}
