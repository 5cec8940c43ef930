import { addWorkingDays } from '../calendar/holidays.js';
import type { CivilDate } from '../calendar/civil-date.js';
import type { Zone } from '../calendar/holidays.js';
import type { PersonId } from '../kit/people.js';
import { sameJson } from '../kit/same-json.js';
import type { CalendarChanged, CoachChanged } from './news.js';
import { news } from './news.js';
import { calendarOf, type CohortPlan, type Session } from './plan.js';
import { replanned, type Register } from './register.js';

/** A participant's case and what it will hear. */
export interface Heard {
  readonly ref: string;
  readonly event: typeof news.calendarChanged | typeof news.coachChanged;
  readonly data: CalendarChanged | CoachChanged;
}

/** Somebody of the team and what they will be told. */
export interface Notified {
  readonly person: PersonId;
  readonly role: 'expert' | 'juryMember';
  readonly template: 'session-moved' | 'session-taken-back' | 'jury-convened' | 'jury-released';
  readonly data: object;
}

/** Everything that another plan brings about, before anything is told. Pure: the story does it, the what-if shows it. */
export interface Consequences {
  readonly register: Register;
  readonly heard: readonly Heard[];
  readonly notified: readonly Notified[];
}

/** The former coach helps for five working days [D]. */
const overlapDays = 5;

export function consequencesOf(
  register: Register,
  plan: CohortPlan,
  why: string,
  { today, zone }: { today: CivilDate; zone: Zone },
): Consequences {
  const before = register.plan;
  const { register: after, recoached } = replanned(register, plan);
  const calendar = calendarOf(plan);
  const moved = !sameJson(calendarOf(before), calendar);
  const following = after.members.filter(({ state }) => state === 'applied' || state === 'waiting' || state === 'seated');
  return {
    register: after,
    heard: [
      ...(moved ? following.map(({ ref }): Heard => ({ ref, event: news.calendarChanged, data: { ...calendar, why } })) : []),
      ...recoached.map(({ member: { ref, coach = '' }, previous }): Heard => ({
        ref,
        event: news.coachChanged,
        data: { coach, previous, overlapUntil: addWorkingDays(today, overlapDays, zone), why },
      })),
    ],
    notified: [...trainersTold(before, plan, why), ...juryTold(before, plan, why)],
  };
}

function trainersTold(before: CohortPlan, after: CohortPlan, why: string): Notified[] {
  const formerly = new Map(before.sessions.map((one) => [one.id, one]));
  const still = new Map(after.sessions.map((one) => [one.id, one]));
  const told = (person: PersonId, template: Notified['template'], { title, on, place }: Session): Notified => ({
    person,
    role: 'expert',
    template,
    data: { title, on, place, why },
  });
  return [
    ...before.sessions.flatMap((one) =>
      one.trainer !== undefined && still.get(one.id)?.trainer !== one.trainer ? [told(one.trainer, 'session-taken-back', one)] : [],
    ),
    ...after.sessions.flatMap((one) => {
      const was = formerly.get(one.id);
      const isSame = was !== undefined && was.on === one.on && was.place === one.place && was.trainer === one.trainer;
      return one.trainer !== undefined && !isSame ? [told(one.trainer, 'session-moved', one)] : [];
    }),
  ];
}

function juryTold({ jury: was, resitBy: formerResit }: CohortPlan, { jury, resitBy }: CohortPlan, why: string): Notified[] {
  const isSame = was.on === jury.on && formerResit === resitBy;
  const told = (person: PersonId, template: Notified['template'], data: object): Notified => ({
    person,
    role: 'juryMember',
    template,
    data,
  });
  return [
    ...was.members
      .filter((person) => !jury.members.includes(person))
      .map((person) => told(person, 'jury-released', { heldOn: was.on, why })),
    ...jury.members
      .filter((person) => !isSame || !was.members.includes(person))
      .map((person) => told(person, 'jury-convened', { heldOn: jury.on, resitBy, why })),
  ];
}
