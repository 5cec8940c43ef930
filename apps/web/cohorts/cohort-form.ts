import { z } from 'zod';
import { cohortPlan, places } from '#workflows/cohort/plan.js';
import { choice, choices, civilDateField, text } from '#workflows/kit/fields.js';
import type { Schemas } from '../api/client.js';
import { grantOptions, noGrant } from '../funding/grant-options.js';

type People = readonly Schemas['PersonName'][];

const named = (people: People): Record<string, string> => Object.fromEntries(people.map(({ id, name }) => [id, name]));
const whole = (label: string, { min = 1, max = 200 } = {}) =>
  z
    .number({ error: 'Indiquez un nombre.' })
    .int('Indiquez un nombre entier.')
    .min(min, `${min} au moins.`)
    .max(max, `${max} au plus.`)
    .meta({ widget: 'number', label });

const nobody: string = 'none';
const journeys = {
  'reconversion-3m': 'Trois mois, chef de projet ou de produit',
  'reconversion-6m': 'Six mois, conseiller en stratégie',
} as const;

/** The form of a new cohort: what its plan holds, one field after the other. */
export function cohortForm({ coaches, trainers, jury }: Schemas['CohortCandidates'], grants: readonly Schemas['FundableGrant'][] = []) {
  const session = z.object({
    title: text({ label: 'Intitulé' }),
    on: civilDateField({ label: 'Date' }),
    place: choice(places, { label: 'Lieu' }),
    trainer: choice({ [nobody]: 'Pas encore connu', ...named(trainers) }, { label: 'Formateur' }),
  });
  const coach = z.object({ person: choice(named(coaches), { label: 'Coach' }), load: whole('Participants au plus', { max: 50 }) });
  const fields = z.object({
    title: text({ label: 'Nom de la cohorte' }),
    journey: choice(journeys, { label: 'Parcours' }),
    applicationsUntil: civilDateField({ label: 'Dernier jour pour candidater' }),
    startsOn: civilDateField({ label: 'Premier jour' }),
    seats: whole('Places'),
    quotaYear: whole('Année de l’objectif', { min: 2024, max: 2100 }),
    fundedBy: funding(grants).optional(),
    coaches: z.array(coach).min(1, 'Indiquez au moins un coach.').meta({ widget: 'list', label: 'Coachs', itemLabel: 'Coach' }),
    sessions: z.array(session).meta({ widget: 'list', label: 'Sessions', itemLabel: 'Session' }),
    juryOn: civilDateField({ label: 'Jury' }),
    resitBy: civilDateField({ label: 'Seconde séance du jury', hint: 'Pour les personnes à entendre de nouveau.' }),
    jury: choices(named(jury), { label: 'Membres du jury', hint: 'Un coach n’y juge jamais une personne qu’il accompagne.' }).min(
      1,
      'Indiquez au moins un membre.',
    ),
  });
  return fields.superRefine((answer, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (answer.startsOn <= answer.applicationsUntil) refuse('startsOn', 'La cohorte commence après la fin des candidatures.');
    const { plan } = cohortOf(answer);
    for (const { path, message } of cohortPlan.safeParse(plan).error?.issues ?? []) refuse(fieldOf(path.join('.')), message);
  });
}

const funding = (grants: readonly Schemas['FundableGrant'][]) =>
  choice(grantOptions(grants, 'Aucune'), {
    label: 'Subvention qui finance les parcours',
    hint:
      grants.length === 0
        ? 'Aucune subvention attribuée et en cours dans votre périmètre.'
        : 'Une autre peut être choisie pour un participant, jusqu’à ce que son parcours commence.',
  });

/** Where the form asks for what the plan holds. */
const fieldOf = (path: string): string => (path === 'jury.on' ? 'juryOn' : (path.split('.')[0] ?? path));

interface Answer extends Pick<Schemas['NewCohort'], 'title' | 'journey' | 'applicationsUntil' | 'seats' | 'quotaYear'> {
  readonly startsOn: string;
  readonly coaches: Schemas['CohortCoach'][];
  readonly sessions: (Omit<Schemas['CohortSession'], 'id' | 'trainer'> & { readonly trainer: string })[];
  readonly juryOn: string;
  readonly resitBy: string;
  readonly jury: string[];
  readonly fundedBy?: string | undefined;
}

/** As the server takes it. Half of the members who may judge must be there. */
export function cohortOf(form: Answer): Schemas['NewCohort'] {
  const { title, journey, applicationsUntil, startsOn, seats, quotaYear, coaches, sessions, juryOn, resitBy, jury, fundedBy } = form;
  return {
    title,
    journey,
    applicationsUntil,
    seats,
    quotaYear,
    ...(fundedBy !== undefined && fundedBy !== noGrant && { fundedBy }),
    plan: {
      startsOn,
      coaches,
      sessions: sessions.map(({ trainer, ...session }, index) => ({
        id: `s${index + 1}`,
        ...session,
        ...(trainer !== nobody && { trainer }),
      })),
      jury: { on: juryOn, members: jury, quorum: 0.5 },
      resitBy,
    },
  };
}
