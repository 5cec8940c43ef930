import { workingDays } from '../../calendar/term.js';
import type { PersonId } from '../../kit/people.js';
import { consequencesOf } from '../differences.js';
import type { CohortPlan } from '../plan.js';
import { planChanged, releaseChange } from '../tasks/plan-changes.js';
import type { Cohort } from './cohort.js';

/** A change waits for its grace to end, or for somebody to send it; until then it can be undone, for nobody has been told. */
export async function takeChanges(cohort: Cohort): Promise<never> {
  const { file } = cohort;
  for (;;) {
    const { data, by } = await file.expect(planChanged, { from: { role: 'programManager' }, optional: true });
    const before = cohort.plan;
    const release = await file.ask(releaseChange, {
      to: { role: 'programManager' },
      within: workingDays(1),
      onLapse: 'lapse',
      until: cohort.replanned,
      reminders: [],
      context: { why: data.why },
    });
    // The jury was postponed meanwhile: what was prepared would undo it.
    if (cohort.plan !== before) file.tell({ role: 'programManager' }, 'change-overtaken', { why: data.why });
    else if (release.kind === 'lapsed' || release.answer.verdict === 'send') changePlan(cohort, data.plan, data.why, by);
  }
}

/** Tells everybody whom the other plan concerns; the branches take up what it leaves to do. */
export function changePlan(cohort: Cohort, plan: CohortPlan, why: string, by: PersonId): void {
  const { file, input } = cohort;
  const { register, heard, notified } = consequencesOf(cohort.register, plan, why, { today: file.today(), zone: input.zone });
  for (const { ref, event, data } of heard) file.inform(ref, event, data, by);
  for (const { person, role, template, data } of notified) file.tell({ role, person }, template, data);
  cohort.become(register);
  // A start that is later may leave time to promote somebody.
  cohort.giveSeats(by);
}
