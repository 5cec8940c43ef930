import { z } from 'zod';
import { cohortPlan, places } from '#workflows/cohort/plan.js';
import { choice, choices, civilDateField, text } from '#workflows/kit/fields.js';
import type { Schemas } from '../api/client.js';

type Plan = Schemas['CohortPlanDto'];

const named = (people: readonly Schemas['PersonName'][]): Record<string, string> =>
  Object.fromEntries(people.map(({ id, name }) => [id, name]));

export const whole = (label: string, { min = 1, max = 200 } = {}) =>
  z
    .number({ error: 'Indiquez un nombre.' })
    .int('Indiquez un nombre entier.')
    .min(min, `${min} au moins.`)
    .max(max, `${max} au plus.`)
    .meta({ widget: 'number', label });

const nobody: string = 'none';

/** What the plan of a cohort holds, one field after the other. */
export function planFields({ coaches, trainers, jury }: Schemas['CohortCandidates']) {
  const session = z.object({
    // A session that is there already keeps its name among those of other plans.
    id: z.string().meta({ widget: 'hidden', label: 'Session' }).optional(),
    title: text({ label: 'Intitulé' }),
    on: civilDateField({ label: 'Date' }),
    place: choice(places, { label: 'Lieu' }),
    trainer: choice({ [nobody]: 'Pas encore connu', ...named(trainers) }, { label: 'Formateur' }),
  });
  const coach = z.object({ person: choice(named(coaches), { label: 'Coach' }), load: whole('Participants au plus', { max: 50 }) });
  return {
    startsOn: civilDateField({ label: 'Premier jour' }),
    coaches: z.array(coach).min(1, 'Indiquez au moins un coach.').meta({ widget: 'list', label: 'Coachs', itemLabel: 'Coach' }),
    sessions: z.array(session).meta({ widget: 'list', label: 'Sessions', itemLabel: 'Session' }),
    juryOn: civilDateField({ label: 'Jury' }),
    resitBy: civilDateField({ label: 'Seconde séance du jury', hint: 'Pour les personnes à entendre de nouveau.' }),
    jury: choices(named(jury), { label: 'Membres du jury', hint: 'Un coach n’y juge jamais une personne qu’il accompagne.' }).min(
      1,
      'Indiquez au moins un membre.',
    ),
    quorum: whole('Quorum du jury, en pourcentage des membres qui peuvent juger', { max: 100 }).default(50),
  };
}

export type PlanAnswer = z.infer<z.ZodObject<ReturnType<typeof planFields>>>;

/** As the server takes it. */
export function planOf({ startsOn, coaches, sessions, juryOn, resitBy, jury, quorum }: PlanAnswer): Plan {
  const taken = new Set(sessions.flatMap(({ id }) => id ?? []));
  const free = (index: number): string => {
    const id = `s${index}`;
    return taken.has(id) ? free(index + 1) : id;
  };
  return {
    startsOn,
    coaches: [...coaches],
    sessions: sessions.map(({ id = free(1), trainer, ...session }) => {
      taken.add(id);
      return { id, ...session, ...(trainer !== nobody && { trainer }) };
    }),
    jury: { on: juryOn, members: [...jury], quorum: quorum / 100 },
    resitBy,
  };
}

/** A plan as its form shows it. */
export const answerOf = ({ startsOn, coaches, sessions, jury, resitBy }: Plan): PlanAnswer => ({
  startsOn,
  coaches,
  sessions: [...sessions]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ id, title, on, place, trainer = nobody }) => ({ id, title, on, place, trainer })),
  juryOn: jury.on,
  resitBy,
  jury: jury.members,
  quorum: Math.round(jury.quorum * 100),
});

/** What does not hold together in a plan, by the field that asks for it. */
export const planFaults = (answer: PlanAnswer): { readonly field: string; readonly message: string }[] =>
  (cohortPlan.safeParse(planOf(answer)).error?.issues ?? []).map(({ path, message }) => ({
    field: path.join('.') === 'jury.on' ? 'juryOn' : String(path[0]),
    message,
  }));
