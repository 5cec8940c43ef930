import { z } from 'zod';
import { choice, civilDateField, text } from '#workflows/kit/fields.js';
import type { Schemas } from '../api/client.js';
import { grantOptions, noGrant } from '../funding/grant-options.js';
import { planFaults, planFields, planOf, whole } from './plan-form.js';

const journeys = {
  'reconversion-3m': 'Trois mois, chef de projet ou de produit',
  'reconversion-6m': 'Six mois, conseiller en stratégie',
} as const;

/** The form of a new cohort: what it is, then what its plan holds. */
export function cohortForm(candidates: Schemas['CohortCandidates'], grants: readonly Schemas['FundableGrant'][] = []) {
  const { startsOn, ...plan } = planFields(candidates);
  const fields = z.object({
    title: text({ label: 'Nom de la cohorte' }),
    journey: choice(journeys, { label: 'Parcours' }),
    applicationsUntil: civilDateField({ label: 'Dernier jour pour candidater' }),
    startsOn,
    seats: whole('Places'),
    quotaYear: whole('Année de l’objectif', { min: 2024, max: 2100 }),
    fundedBy: funding(grants).optional(),
    ...plan,
  });
  return fields.superRefine((answer, context) => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    if (answer.startsOn <= answer.applicationsUntil) refuse('startsOn', 'La cohorte commence après la fin des candidatures.');
    for (const { field, message } of planFaults(answer)) refuse(field, message);
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

/** As the server takes it. */
export function cohortOf(answer: z.infer<ReturnType<typeof cohortForm>>): Schemas['NewCohort'] {
  const { title, journey, applicationsUntil, seats, quotaYear, fundedBy, ...plan } = answer;
  return {
    title,
    journey,
    applicationsUntil,
    seats,
    quotaYear,
    ...(fundedBy !== undefined && fundedBy !== noGrant && { fundedBy }),
    plan: planOf(plan),
  };
}
