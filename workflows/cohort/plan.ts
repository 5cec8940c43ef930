import { z } from 'zod';
import { addDays, type CivilDate } from '../calendar/civil-date.js';

/** Shared places of the Campus. */
export const places = {
  insp: 'INSP',
  campusCyber: 'Campus Cyber',
  ltp: 'Lieu de la Transformation publique',
  agora: 'Agora',
} as const;

export type Place = keyof typeof places;

/** One session of a cohort; `trainer` leads it. */
const session = z.object({
  id: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  on: z.iso.date(),
  place: z.enum(Object.keys(places) as [Place, ...Place[]]),
  trainer: z.string().optional(),
});

/** Who accompanies participants, and how many at most. */
const coach = z.object({ person: z.string(), load: z.number().int().min(1).max(50) });

/** Who judges: a share of the members who may judge a participant must be there. */
const jury = z.object({
  on: z.iso.date(),
  members: z.array(z.string()).min(1, { error: 'Un jury a au moins un membre.' }),
  quorum: z.number().gt(0).max(1),
});

const fields = z.object({
  startsOn: z.iso.date(),
  sessions: z.array(session).max(200),
  coaches: z.array(coach).min(1, { error: 'Une cohorte a au moins un coach.' }),
  jury,
  /** Day of the second sitting, for those who are heard again. */
  resitBy: z.iso.date(),
});

const once = (values: readonly string[]) => new Set(values).size === values.length;

/** Everything about a cohort that a change may move: dates, places, people. */
export const cohortPlan = fields.superRefine(({ startsOn, sessions, coaches, jury: { on, members }, resitBy }, context) => {
  const refuse = (path: string[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (on <= startsOn) refuse(['jury', 'on'], 'Le jury se tient après le début de la cohorte.');
  if (resitBy <= on) refuse(['resitBy'], 'La seconde séance suit le jury.');
  if (!once(sessions.map(({ id }) => id))) refuse(['sessions'], 'Deux sessions ont le même identifiant.');
  if (!once(coaches.map(({ person }) => person))) refuse(['coaches'], 'Un coach est inscrit deux fois.');
  if (!once(members)) refuse(['jury', 'members'], 'Un membre du jury est inscrit deux fois.');
});

export type CohortPlan = z.infer<typeof fields>;
export type Session = CohortPlan['sessions'][number];
export type Coach = CohortPlan['coaches'][number];

/** What a participant follows of the plan: no coach's load, no jury's names. */
export interface MemberCalendar {
  readonly startsOn: string;
  readonly juryOn: string;
  readonly resitBy: string;
  readonly sessions: readonly Pick<Session, 'id' | 'title' | 'on' | 'place'>[];
}

export const calendarOf = ({ startsOn, sessions, jury: { on: juryOn }, resitBy }: CohortPlan): MemberCalendar => ({
  startsOn,
  juryOn,
  resitBy,
  sessions: sessions.map(({ id, title, on, place }) => ({ id, title, on, place })),
});

/** Sessions in the order of their days; those of one day in the order of the plan. */
export const inOrder = (sessions: readonly Session[]): Session[] => [...sessions].sort((a, b) => a.on.localeCompare(b.on));

/** Four weeks: the twenty working days after the jury in which the second sitting is held (R7). */
const resitAfterDays = 28;

/** The plan when the sitting that was meant for a day is held on another. The second sitting stays after the first. */
export function postponed(plan: CohortPlan, from: CivilDate, to: CivilDate): CohortPlan {
  if (from !== plan.jury.on) return { ...plan, resitBy: to };
  return { ...plan, jury: { ...plan.jury, on: to }, resitBy: plan.resitBy <= to ? addDays(to, resitAfterDays) : plan.resitBy };
}
