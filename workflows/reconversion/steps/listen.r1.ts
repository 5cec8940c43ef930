import type { CaseFile } from '../../kit/case-file.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { calendarChanged, coachChanged, handOver, type CoachChange } from '../tasks/support.js';

/** Nothing that the journey waited for is needed any more. The cohort still tells its changes until the case closes. */
export function endLearning(file: CaseFile, journey: Journey): void {
  file.clear();
  void followCalendar(file, journey);
  void followCoach(file, journey);
}

/** The cohort may move dates from the first day on. Opened again after a `clear`. */
export async function followCalendar(file: CaseFile, journey: Journey): Promise<never> {
  for (;;) {
    const { data } = await file.expect(calendarChanged, { from: programManager, optional: true });
    const { why, ...calendar } = data;
    journey.reschedule(calendar);
    const { startsOn, juryOn } = calendar;
    if (!journey.isOver) file.tell(participant, 'calendar-changed', { startsOn, juryOn, ...(why !== undefined && { why }) });
  }
}

/** Once seated, the cohort may give the participant another coach. */
export async function followCoach(file: CaseFile, journey: Journey): Promise<never> {
  for (;;) {
    const { data } = await file.expect(coachChanged, { from: programManager, optional: true });
    void changeCoach(file, journey, data);
  }
}

/** New tasks go to the new coach at once; what the former one has open, when the overlap ends. Private notes never leave their author. */
async function changeCoach(
  file: CaseFile,
  journey: Journey,
  { coach, previous = journey.coach, overlapUntil }: CoachChange,
): Promise<void> {
  if (coach === journey.coach) return;
  journey.coachedBy(coach);
  file.tell(participant, 'coach-changed');
  file.tell({ role: 'coach', person: coach }, 'coach-assigned');
  if (previous !== undefined && overlapUntil >= file.today())
    await file.ask(handOver, {
      to: { role: 'coach', person: previous },
      by: overlapUntil,
      onLapse: 'waive',
      context: { to: coach },
      until: journey.coachChanged.next,
    });
  journey.handedOver.give();
}
