import { addDays, type CivilDate, daysBetween, type Instant } from '../calendar/civil-date.js';
import { addWorkingDays, isWorkingDay, type Zone } from '../calendar/holidays.js';
import { sameJson } from '../kit/same-json.js';
import type { PersonId } from '../kit/people.js';
import { type Clash, clashesOf, datesOf, type Elsewhere } from './clashes.js';
import { consequencesOf, type Consequences } from './differences.js';
import type { CohortPlan } from './plan.js';
import { type Member, memberOf, type Register, seated, seatsGiven, waitingList } from './register.js';

/** What somebody wonders about. */
export type WhatIf =
  | { readonly kind: 'moveJury'; readonly on: CivilDate; readonly resitBy?: CivilDate }
  | { readonly kind: 'loseCoach'; readonly person: PersonId }
  | { readonly kind: 'shiftStart'; readonly startsOn: CivilDate }
  | { readonly kind: 'replan'; readonly plan: CohortPlan };

/** The plan under it. What is shifted off its working day goes to the next one. */
export function planUnder(plan: CohortPlan, whatIf: WhatIf, zone: Zone): CohortPlan {
  const shifted = (on: CivilDate, by: number) => workingDayFrom(addDays(on, by), zone);
  switch (whatIf.kind) {
    case 'moveJury': {
      const resitBy = whatIf.resitBy ?? shifted(plan.resitBy, daysBetween(plan.jury.on, whatIf.on));
      return { ...plan, jury: { ...plan.jury, on: whatIf.on }, resitBy };
    }
    case 'loseCoach':
      return { ...plan, coaches: plan.coaches.filter(({ person }) => person !== whatIf.person) };
    case 'shiftStart': {
      const by = daysBetween(plan.startsOn, whatIf.startsOn);
      return {
        ...plan,
        startsOn: whatIf.startsOn,
        sessions: plan.sessions.map((one) => ({ ...one, on: shifted(one.on, by) })),
        jury: { ...plan.jury, on: shifted(plan.jury.on, by) },
        resitBy: shifted(plan.resitBy, by),
      };
    }
    case 'replan':
      return whatIf.plan;
  }
}

const workingDayFrom = (on: CivilDate, zone: Zone) => (isWorkingDay(on, zone) ? on : addWorkingDays(on, 1, zone));

/** A date that would move; without `from` it is new, without `to` it is taken away. */
export interface MovedDate {
  readonly what: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/** What would happen to the cohort itself; what would happen to its members' cases is rehearsed apart (`members-under.ts`). */
export interface CohortPreview {
  readonly plan: CohortPlan;
  readonly dates: readonly MovedDate[];
  /** `isNew`: the plan of today does not run into it. */
  readonly clashes: readonly (Clash & { readonly isNew: boolean })[];
  readonly consequences: Consequences;
  /** Who would get a seat by it. */
  readonly promoted: readonly Member[];
  readonly seats: { readonly total: number; readonly taken: number; readonly waiting: number };
}

interface Around {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly zone: Zone;
  readonly elsewhere: readonly Elsewhere[];
}

/** Pure: reads a register and a plan, changes nothing. */
export function previewOf(register: Register, plan: CohortPlan, why: string, around: Around): CohortPreview {
  const consequences = consequencesOf(register, plan, why, around);
  const { register: after, given } = seatsGiven(consequences.register, around.today);
  const before = clashesOf(register, around);
  return {
    plan,
    dates: movedDates(register.plan, plan),
    clashes: clashesOf(after, around).map((clash) => ({ ...clash, isNew: !before.some((one) => sameJson(one, clash)) })),
    consequences,
    promoted: given,
    seats: { total: after.seats, taken: seated(after).length, waiting: waitingList(after).length },
  };
}

function movedDates(before: CohortPlan, after: CohortPlan): MovedDate[] {
  const formerly = new Map(datesOf(before).map((one) => [one.id, one]));
  const now = datesOf(after);
  return [
    ...now.flatMap(({ id, what, on: to }) => {
      const from = formerly.get(id)?.on;
      return from === to ? [] : [{ what, to, ...(from !== undefined && { from }) }];
    }),
    ...[...formerly.values()].flatMap(({ id, what, on: from }) => (now.some((one) => one.id === id) ? [] : [{ what, from }])),
  ];
}

/** The coach whom a member would have, when it is another. */
export function recoachedIn({ consequences }: CohortPreview, { ref, coach }: Member): PersonId | undefined {
  const after = memberOf(consequences.register, ref)?.coach;
  return after === coach ? undefined : after;
}
