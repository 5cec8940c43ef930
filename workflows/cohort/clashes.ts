import type { CivilDate } from '../calendar/civil-date.js';
import { isHoliday, isWorkingDay, type Zone } from '../calendar/holidays.js';
import type { PersonId } from '../kit/people.js';
import { judgesOf } from './judges.js';
import type { CohortPlan, Place, Session } from './plan.js';
import { overloaded, type Register, seated } from './register.js';

/** A session of another cohort, or anything else that takes a place or a trainer on a day. */
export interface Elsewhere {
  readonly what: string;
  readonly on: CivilDate;
  readonly place: Place;
  readonly trainer?: PersonId;
}

/** What a plan runs into. `what` names a date of the plan: `start`, `jury`, `resit`, or a session by its title. */
export type Clash =
  | { readonly kind: 'dayOff'; readonly what: string; readonly on: CivilDate; readonly holiday: boolean }
  | { readonly kind: 'past'; readonly what: string; readonly on: CivilDate }
  | { readonly kind: 'place'; readonly what: string; readonly with: string; readonly on: CivilDate; readonly place: Place }
  | { readonly kind: 'trainer'; readonly what: string; readonly with: string; readonly on: CivilDate; readonly person: PersonId }
  | { readonly kind: 'outside'; readonly what: string; readonly on: CivilDate }
  | { readonly kind: 'coachLoad'; readonly person: PersonId; readonly held: number; readonly load: number }
  /** Of a participant's jury, with everybody there: who stands aside, and whether there are still enough. */
  | {
      readonly kind: 'recused';
      readonly ref: string;
      readonly owner: PersonId;
      readonly people: readonly PersonId[];
      readonly reached: boolean;
    };

interface Around {
  readonly today: CivilDate;
  readonly zone: Zone;
  readonly elsewhere: readonly Elsewhere[];
}

/** Everything that the plan of a register runs into. Pure. */
export function clashesOf(register: Register, around: Around): Clash[] {
  const { plan } = register;
  return [
    ...datesOf(plan).flatMap(({ what, on }) => daysOff(what, on, around)),
    ...plan.sessions.flatMap((one) =>
      one.on < plan.startsOn || one.on > plan.jury.on ? [{ kind: 'outside' as const, what: one.title, on: one.on }] : [],
    ),
    ...plan.sessions.flatMap((one, index) => taken(one, [...plan.sessions.slice(index + 1).map(asElsewhere), ...around.elsewhere])),
    ...overloaded(register).map(({ person, held, load }): Clash => ({ kind: 'coachLoad', person, held, load })),
    ...seated(register).flatMap((member): Clash[] => {
      const { recused, reached } = judgesOf(plan.jury, plan.jury.members, member);
      return recused.length === 0 ? [] : [{ kind: 'recused', ref: member.ref, owner: member.owner, people: recused, reached }];
    }),
  ];
}

/** The dates of a plan, by the words that name them. */
export const datesOf = ({ startsOn, sessions, jury, resitBy }: CohortPlan): { what: string; on: CivilDate; id: string }[] => [
  { id: 'start', what: 'start', on: startsOn },
  ...sessions.map(({ id, title, on }) => ({ id: `session ${id}`, what: title, on })),
  { id: 'jury', what: 'jury', on: jury.on },
  { id: 'resit', what: 'resit', on: resitBy },
];

function daysOff(what: string, on: CivilDate, { today, zone }: Around): Clash[] {
  if (!isWorkingDay(on, zone)) return [{ kind: 'dayOff', what, on, holiday: isHoliday(on, zone) }];
  return on < today ? [{ kind: 'past', what, on }] : [];
}

const asElsewhere = ({ title, on, place, trainer }: Session): Elsewhere => ({
  what: title,
  on,
  place,
  ...(trainer !== undefined && { trainer }),
});

const taken = ({ title: what, on, place, trainer }: Session, others: readonly Elsewhere[]): Clash[] =>
  others
    .filter((other) => other.on === on)
    .flatMap((other): Clash[] => [
      ...(other.place === place ? [{ kind: 'place' as const, what, with: other.what, on, place }] : []),
      ...(trainer !== undefined && other.trainer === trainer
        ? [{ kind: 'trainer' as const, what, with: other.what, on, person: trainer }]
        : []),
    ]);
