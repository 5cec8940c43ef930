import { z, type ZodType } from 'zod';
import { choice, civilDateField, longText, text } from '#workflows/kit/fields.js';
import type { Schemas } from '../api/client.js';
import type { FormValue } from '../forms/value.js';

type Kind = Schemas['InterventionKind'];
type Case = Schemas['CaseDetail'];

/** Interventions that this application offers: the others need an answer or a revision, which their own screens give. */
export interface InterventionForm {
  readonly form: (one: Case, people: readonly Schemas['PersonView'][]) => ZodType;
  readonly request: (answer: FormValue, one: Case) => FormValue;
  readonly explanation: string;
}

const reason = longText({ label: 'Motif', hint: 'Il figure dans l’historique du dossier.' }, { min: 3, max: 2_000 });

const causes = {
  maternity: 'Maternité, paternité ou adoption',
  leave: 'Congé',
  sickness: 'Congé de maladie',
  service: 'Nécessité de service',
  external: 'Événement extérieur',
} as const;

/** What of the case the intervention is about. */
const itemOf = (one: Case, kinds: readonly Schemas['WaitKind'][], label: string) => {
  const items = [...one.waits, ...one.clocks].filter(({ kind }) => kinds.includes(kind));
  return choice(Object.fromEntries(items.map(({ id, label: name, who }) => [id, `${name} (${who})`])), { label });
};

const units = { days: 'jours calendaires', workingDays: 'jours ouvrés', months: 'mois' } as const;

export const interventionForms: Readonly<Partial<Record<Kind, InterventionForm>>> = {
  withdraw: {
    explanation: 'La demande est retirée définitivement\u00a0: plus rien ne sera instruit.',
    form: () => z.object({ reason }),
    request: (answer) => answer,
  },
  pause: {
    explanation: 'Tous les délais s’arrêtent, et reprennent à la reprise du dossier. N’indiquez jamais de cause médicale.',
    form: () =>
      z.object({
        cause: choice(causes, { label: 'Cause' }),
        until: civilDateField({ label: 'Reprise prévue le' }).optional(),
        basis: text({ label: 'Base légale' }).optional(),
        reason,
      }),
    request: ({ cause, ...rest }) => ({ ...rest, cause: causes[cause as keyof typeof causes] }),
  },
  resume: {
    explanation: 'Les délais reprennent, prolongés du temps de la suspension.',
    form: () => z.object({ reason }),
    request: (answer) => answer,
  },
  extend: {
    explanation: 'Une fois, et de la moitié du délai au plus.',
    form: (one) =>
      z.object({
        id: itemOf(one, ['task', 'event', 'clock'], 'Délai à prolonger'),
        n: z
          .number({ error: 'Indiquez une durée.' })
          .int('Un nombre entier.')
          .min(1, 'Au moins 1.')
          .max(365, '365 au plus.')
          .meta({ widget: 'number', label: 'Durée' }),
        unit: choice(units, { label: 'Comptée en' }),
        reason,
      }),
    request: ({ n, unit, ...rest }) => ({ ...rest, term: { n, unit } }),
  },
  transfer: {
    explanation:
      'Le dossier passe à un autre organisme et à une autre personne, après une fusion ou une réorganisation. Une seconde personne en décide\u202f; le passé du dossier ne change pas.',
    form: (_one, people) =>
      z.object({
        owner: choice(
          Object.fromEntries(
            people.filter(({ roles }) => roles.some(({ role }) => role === 'applicant')).map(({ id, name }) => [id, name]),
          ),
          { label: 'Personne qui porte désormais le dossier' },
        ),
        bodyName: text({ label: 'Organisme qui prend la suite' }),
        siret: text({ label: 'Numéro SIRET de cet organisme' }, { max: 14 }),
        reason,
      }),
    request: (answer) => answer,
  },
  reassign: {
    explanation: 'La tâche quitte son destinataire actuel.',
    form: (one, people) =>
      z.object({
        id: itemOf(one, ['task', 'event'], 'Tâche à confier'),
        to: choice(
          Object.fromEntries(
            people.flatMap(({ id, name, roles }) => roles.slice(0, 1).map(({ roleLabel }) => [id, `${name} (${roleLabel})`])),
          ),
          {
            label: 'À qui',
          },
        ),
        reason,
      }),
    request: ({ to, ...rest }) => ({ ...rest, to }),
  },
};
