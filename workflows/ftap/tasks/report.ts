import { z } from 'zod';
import { documents, longText, money } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

/** A promised effect as forms name it; its key is its place in the application, from 1. */
export interface EffectToMeasure {
  readonly key: string;
  readonly indicator: string;
  readonly unit: string;
  readonly target: number;
}

export interface ReportContext {
  /** Last day of the half-year that the report is about. */
  readonly until: string;
  readonly effects: readonly EffectToMeasure[];
  /** What the service still misses in the report that was sent. */
  readonly missing?: string;
}

export interface HalfYearReport {
  readonly progress: string;
  readonly values: Readonly<Record<string, number>>;
  readonly spentCents: number;
  readonly risks: string;
  readonly documents: string[];
}

/** F9: after each 30 June and 31 December of the project. */
export const halfYearReport = defineTask<HalfYearReport, ReportContext>({
  key: 'half-year-report',
  label: 'Rendre compte du semestre',
  help: 'Dites où en sont le projet, ses indicateurs, ses dépenses et ses risques. Sans rapport, les versements finissent par être retenus.',
  form: ({ effects, missing }) =>
    z.object({
      progress: longText(
        { label: 'Avancement', ...(missing !== undefined && { hint: `Le service attend\u00a0: ${missing}` }) },
        { min: 10 },
      ),
      values: z
        .object(
          Object.fromEntries(
            effects.map(({ key, indicator, unit, target }) => [
              key,
              z
                .number({ error: 'Indiquez une valeur.' })
                .meta({ widget: 'number', label: indicator, hint: `À ce jour, en ${unit}. Visé\u00a0: ${target}.` }),
            ]),
          ),
        )
        .meta({ label: 'Indicateurs' }),
      spentCents: money({ label: 'Dépenses depuis le début du projet' }),
      risks: longText({ label: 'Risques et difficultés', hint: 'Indiquez « aucun » s’il n’y en a pas.' }, { max: 4_000 }),
      documents: documents({ label: 'Documents', hint: 'Facultatif.' }),
    }),
});

const verdicts = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('accept') }).meta({ label: 'Accepter' }),
  z
    .object({ verdict: z.literal('complete'), missing: longText({ label: 'Ce qui manque', hint: 'Le porteur le lira.' }, { min: 10 }) })
    .meta({ label: 'Demander des compléments' }),
  z
    .object({
      verdict: z.literal('alert'),
      concern: longText({ label: 'Alerte', hint: 'Le responsable de programme la lira. Le rapport est accepté.' }, { min: 10 }),
    })
    .meta({ label: 'Accepter et alerter' }),
]);
export type ReportVerdict = z.infer<typeof verdicts>;

export const reviewReport = defineTask<ReportVerdict, { readonly until: string }>({
  key: 'review-report',
  label: 'Examiner le rapport semestriel',
  help: 'Acceptez le rapport, demandez ce qui manque, ou signalez une difficulté au responsable de programme.',
  form: () => verdicts,
});
