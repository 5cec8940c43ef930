import { addDays } from '../../calendar/civil-date.js';
import { inOrder, type Session } from '../plan.js';
import { confirmSession } from '../tasks/confirm-session.js';
import type { Cohort } from './cohort.js';

/** The trainer of each session is asked and reminded when the one before it is settled. */
export async function followSessions(cohort: Cohort): Promise<void> {
  const settled = new Set<string>();
  for (;;) {
    const next = inOrder(cohort.plan.sessions).find(({ id, on }) => on >= cohort.file.today() && !settled.has(id));
    if (!next) await cohort.replanned;
    else if (await settles(cohort, next)) settled.add(next.id);
  }
}

/** Whether the session needs nothing more; not when another plan came first. */
async function settles({ file, replanned }: Cohort, { id, title, on, place, trainer }: Session): Promise<boolean> {
  if (trainer === undefined) {
    await file.wait(addDays(on, 1), 'session', { until: replanned });
    return file.today() > on;
  }
  const session = { id, title, on, place };
  const confirmed = await file.ask(confirmSession, {
    to: { role: 'expert', person: trainer },
    by: on,
    until: replanned,
    onLapse: 'waive',
    reminders: [5, 1].map((before) => ({ before, unit: 'workingDays' })),
    context: session,
  });
  if (confirmed.kind === 'answered' && confirmed.answer.verdict === 'unavailable')
    file.tell({ role: 'programManager' }, 'trainer-unavailable', { ...session, trainer, why: confirmed.answer.why });
  return confirmed.kind === 'answered' || file.today() > on;
}
