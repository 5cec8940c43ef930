import { addDays } from '../../calendar/civil-date.js';
import type { CaseFile } from '../../kit/case-file.js';
import type { Outcome } from '../../kit/journal.js';
import { participant, programManager } from '../input.js';
import type { Journey } from '../journey.js';
import { stages } from '../stages.js';
import { seatGiven } from '../tasks/selection.js';

/** The cohort gives a seat at once or from its waiting list, until the day before it starts; then it starts without. */
export async function awaitSeat(file: CaseFile, journey: Journey): Promise<Outcome | undefined> {
  file.enter(stages.seat);
  while (file.today() < journey.calendar.startsOn) {
    const { startsOn, juryOn, resitBy } = journey.calendar;
    const seat = await file.expect(seatGiven, {
      from: programManager,
      by: addDays(startsOn, -1),
      onLapse: 'lapse',
      reminders: [],
      escalation: [],
      context: { startsOn, juryOn, resitBy },
      until: journey.startMoved.next,
    });
    if (seat.kind === 'lapsed') continue;
    const { coach, ...dates } = seat.data;
    journey.reschedule(dates);
    journey.coachedBy(coach);
    file.tell(participant, 'seat-given', { startsOn: journey.calendar.startsOn });
    file.tell({ role: 'coach', person: coach }, 'coach-assigned');
    return undefined;
  }
  file.tell(participant, 'no-seat');
  return { kind: 'noSeat' };
}
