import { addDays } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { typicalCourse } from '#workflows/cohort/course/index.js';
import type { CohortInput } from '#workflows/cohort/input.js';
import type { CohortPlan } from '#workflows/cohort/plan.js';
import type { Course } from '#workflows/kit/course.js';
import type { Player, ScheduledAct } from '#workflows/kit/rehearsal.js';

const workingDay = (from: string, after: number) => addWorkingDays(addDays(from, after), 0, 'metropole');

/** Three months from a day on, with two coaches, two trainers and three people on the jury. */
export const aPlan = (startsOn = '2026-04-07', change: Partial<CohortPlan> = {}): CohortPlan => ({
  startsOn,
  sessions: [
    { id: 's1', title: 'Conduire un produit', on: workingDay(startsOn, 1), place: 'insp', trainer: 'trainer-1' },
    { id: 's2', title: 'Comprendre les usagers', on: workingDay(startsOn, 15), place: 'campusCyber', trainer: 'trainer-2' },
    { id: 's3', title: 'Atelier', on: workingDay(startsOn, 30), place: 'ltp' },
  ],
  coaches: [
    { person: 'coach-1', load: 2 },
    { person: 'coach-2', load: 1 },
  ],
  jury: { on: addDays(startsOn, 85), members: ['coach-1', 'jury-1', 'jury-2'], quorum: 0.5 },
  resitBy: addDays(startsOn, 110),
  ...change,
});

/** A cohort that opens on a day, takes applications for a month, and starts three weeks later. */
export const aCohort = (
  day = '2026-02-02',
  { plan, ...change }: Partial<Omit<CohortInput, 'plan'>> & { plan?: Partial<CohortPlan> } = {},
): CohortInput => ({
  title: 'Chef de projet numérique, printemps',
  manager: 'manager-1',
  journey: { id: 'reconversion-3m', revision: 'r1' },
  template: { months: 3 },
  applicationsUntil: addDays(day, 30),
  seats: 2,
  quotaYear: 2026,
  zone: 'metropole',
  plan: aPlan(addDays(day, 51), plan),
  ...change,
});

const manager = { by: 'manager-1', roles: ['programManager'] as const };
const dayAt = (on: string) => instantAt(on, '10:00');

/** What members' cases and the program manager bring to a cohort, by its event. */
export const brings = (on: string, key: string, data: object, by = manager.by): ScheduledAct => ({
  at: dayAt(on),
  by,
  roles: ['programManager', 'participant'],
  act: { kind: 'happen', id: key, data },
});
export const applies = (on: string, owner: string, rest: object = {}): ScheduledAct =>
  brings(on, 'application-received', { owner, application: {}, ...rest }, owner);

/** An id of a participant: applications name people by their UUID. */
export const aParticipant = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** Everybody plays well, but for what is changed. Children end after `lastDays`; what nobody plays is left to its last day. */
export const cohortPlayer =
  (change: Course = {}, lastDays = 300): Player =>
  (item) => {
    const play = { ...typicalCourse, ...change }[item.key];
    if (play) return play(item);
    return item.kind === 'child' ? { afterDays: lastDays, answer: { kind: 'completed' }, by: 'child' } : 'never';
  };
