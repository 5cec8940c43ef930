import { z } from 'zod';
import { workingDays } from '../../workflows/calendar/term.js';
import { news, type CalendarChanged, type CoachChanged, type JuryHeld, type SeatGiven } from '../../workflows/cohort/news.js';
import type { MemberCalendar } from '../../workflows/cohort/plan.js';
import type { CaseFile } from '../../workflows/kit/case-file.js';
import { choice } from '../../workflows/kit/fields.js';
import { defineEvent, defineTask, type Procedure } from '../../workflows/kit/procedure.js';
import { signal } from '../../workflows/kit/signal.js';

/** The least that a member's case does with its cohort: asks for a seat, follows the dates, hears the jury. */
export interface StandInInput {
  readonly owner: string;
  readonly cohort: string;
  readonly calendar: MemberCalendar;
}

const manager = { role: 'programManager' } as const;
const heard = <E>(key: string, form: z.ZodType<E>) => defineEvent<E>({ key, label: key, watchedBy: 'programManager', form });
const anything = <E>() => z.looseObject({}) as unknown as z.ZodType<E>;

const select = defineTask({
  key: 'select',
  label: 'Sélection',
  form: z.object({ verdict: choice({ retain: 'Retenir', refuse: 'Refuser' }, { label: 'Avis' }) }),
});
const leave = defineEvent({ key: 'leave', label: 'Départ', form: z.object({}) });
const handIn = defineTask({ key: 'hand-in', label: 'Remettre le livrable', form: z.object({}) });
const seatGiven = heard<SeatGiven>(news.seatGiven, anything());
const calendarChanged = heard<CalendarChanged>(news.calendarChanged, anything());
const coachChanged = heard<CoachChanged>(news.coachChanged, anything());
const juryHeld = heard<JuryHeld>(news.juryHeld, anything());

async function story(file: CaseFile, input: StandInInput) {
  file.enter(stages.selection);
  let { calendar } = input;
  let moved = signal();
  void (async () => {
    for (;;) {
      const { data } = await file.expect(calendarChanged, { from: manager, optional: true });
      calendar = data;
      const was = moved;
      moved = signal();
      was.give();
      file.tell({ role: 'participant' }, 'calendar-changed', data);
    }
  })();
  const { answer, by } = await file.ask(select, { to: manager, within: workingDays(20) });
  if (answer.verdict === 'refuse') return { kind: 'refused' };
  file.inform(input.cohort, 'seat-asked', { ref: file.ref }, by);
  await file.expect(seatGiven, { from: manager, optional: true });
  file.enter(stages.journey);
  void file.expect(coachChanged, { from: manager, optional: true });
  const jury = file.expect(juryHeld, { from: manager, optional: true });
  const left = file.expect(leave, { from: { role: 'participant' }, optional: true });
  void (async () => {
    let handed = false;
    while (!handed) {
      const given = await file.ask(handIn, { to: { role: 'participant' }, by: calendar.juryOn, until: moved.given });
      handed = given.kind === 'answered';
    }
  })();
  const end = await Promise.race([jury.then(() => 'completed'), left.then(() => 'left')]);
  return { kind: end };
}

const stages = { selection: { id: 'selection', label: 'Sélection' }, journey: { id: 'journey', label: 'Parcours' } } as const;

export const standInJourney: Procedure<StandInInput> = {
  id: 'stand-in',
  revision: 'r1',
  label: 'Parcours d’essai',
  inForceFrom: '2024-01-01',
  input: z.looseObject({ owner: z.string(), cohort: z.string(), calendar: z.custom<MemberCalendar>() }),
  story,
  stages,
  tasks: [select, handIn],
  events: [seatGiven, calendarChanged, coachChanged, juryHeld, leave],
  clocks: [],
  documents: [],
  outcomes: { refused: 'Refusé', completed: 'Terminé', left: 'Parti' },
  summarise: ({ owner }) => ({ title: 'Parcours d’essai', owner }),
};
