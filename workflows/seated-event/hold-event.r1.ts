import type { CivilDate } from '../calendar/civil-date.js';
import { addWorkingDays } from '../calendar/holidays.js';
import { workingDays } from '../calendar/term.js';
import type { CaseFile, Story } from '../kit/case-file.js';
import type { Outcome } from '../kit/journal.js';
import { signal } from '../kit/signal.js';
import { recordAttendance } from './attendance.js';
import { eventCalledOff } from './bookings.js';
import { occasionOf, type SeatedEventInput } from './input.js';
import { SeatList } from './seat-list.js';
import { stages } from './stages.js';
import { takeAnswers, takeBookings } from './steps/bookings.r1.js';
import { informAttendance, informer, type Inform } from './steps/inform.r1.js';

/** An event with seats, from the day on which it is offered to its attendance list. */
export const holdEvent: Story<SeatedEventInput> = async (file, input) => {
  const over = signal();
  const list = new SeatList(input.seats);
  const inform = informer(file, input);
  file.enter(stages.open);
  const calledOff = file.expect(eventCalledOff, { from: { role: 'programManager' }, optional: true, until: over.given });
  const held = hold(file, input, { list, inform, over: over.given });
  const outcome = await Promise.race([
    held,
    calledOff.then((heard) => (heard.kind === 'happened' ? callOff(file, input, { list, inform, reason: heard.data.reason }) : held)),
  ]);
  over.give();
  return outcome;
};

interface Holding {
  readonly list: SeatList;
  readonly inform: Inform;
  /** Resolves when nothing changes any more. */
  readonly over: Promise<void>;
}

async function hold(file: CaseFile, input: SeatedEventInput, { list, inform, over }: Holding): Promise<Outcome> {
  const { on, zone } = input;
  const begun = signal();
  void takeBookings(file, { list, inform, until: begun.given });
  void takeAnswers(file, { list, inform, until: over });

  await reach(file, addWorkingDays(on, -10, zone), 'confirmation');
  inform(list.askWhoComes());
  await reach(file, addWorkingDays(on, -5, zone), 'release');
  inform(list.release());
  file.enter(stages.settled);
  file.tell({ role: 'programManager' }, 'list-settled', {
    ...occasionOf(input),
    seats: input.seats,
    seated: list.seated.length,
    waiting: list.waiting.length,
  });

  await reach(file, on, 'day');
  begun.give();
  inform(SeatList.tell(list.waiting, 'unseated'));
  if (list.seated.length === 0) return { kind: 'nobody' };
  return attend(file, input, { list, inform });
}

/** The list of who was there, within five working days. Who has given their seat back meanwhile is on it no more. */
async function attend(file: CaseFile, input: SeatedEventInput, { list, inform }: Pick<Holding, 'list' | 'inform'>): Promise<Outcome> {
  file.enter(stages.attendance);
  const { on, title } = input;
  const people = [...new Set(list.seated.map(({ director }) => director))];
  const { answer, by } = await file.ask(recordAttendance, {
    to: { role: 'programManager' },
    countedFrom: on,
    within: workingDays(5),
    context: { on, title, people },
  });
  const present = new Set(answer.present);
  informAttendance(file, input, { seated: list.seated, present, by, inform });
  const attended = list.seated.filter(({ director }) => present.has(director)).length;
  file.measure('seats-offered', input.seats, 'places');
  file.measure('seats-attended', attended, 'personnes');
  return { kind: 'held', data: { seated: list.seated.length, attended } };
}

function callOff(
  file: CaseFile,
  input: SeatedEventInput,
  { list, inform, reason }: Pick<Holding, 'list' | 'inform'> & { readonly reason: string },
): Outcome {
  file.clear();
  inform(SeatList.tell([...list.seated, ...list.waiting], 'calledOff'));
  file.tell({ role: 'programManager' }, 'called-off', { ...occasionOf(input), reason, people: list.seated.length + list.waiting.length });
  return { kind: 'calledOff', reason };
}

/** Waits for a day that has not come yet: an event may be offered at short notice. */
const reach = async (file: CaseFile, day: CivilDate, why: string): Promise<void> => {
  if (day > file.today()) await file.wait(day, why);
};
