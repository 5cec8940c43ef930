import { z } from 'zod';
import { documents, longText, yesNo } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { PromisedEffect } from '../application.js';
import type { JourneyCounts } from '../funded-journeys.js';
import type { EffectToMeasure } from './report.js';

/** A promised effect with what is needed to measure it again the same way. */
export type FollowedEffect = EffectToMeasure & Pick<PromisedEffect, 'baseline' | 'method' | 'evidence'>;

export interface FollowUpContext {
  /** Months after the end of the project. */
  readonly months: number;
  readonly effects: readonly FollowedEffect[];
  /** What the journeys that the grant pays for have told by now; left out without any. */
  readonly journeys?: JourneyCounts;
  readonly missing?: string;
}

const measured = ({ indicator, unit, method, evidence, baseline, target }: FollowedEffect) =>
  z
    .object({
      value: z.number({ error: 'Indiquez la valeur mesurée.' }).meta({
        widget: 'number',
        label: 'Valeur mesurée',
        hint: `En ${unit}. Départ\u00a0: ${baseline}\u202f; visé\u00a0: ${target}.`,
      }),
      documents: documents({ label: 'Preuves', hint: `Prévue\u00a0: ${evidence}` }),
      noEvidence: longText({ label: 'Sans preuve, dites pourquoi' }, { min: 10, max: 2_000 }).optional(),
      sameMethod: yesNo({ label: 'La méthode est restée la même', hint: method }),
      otherMethod: longText({ label: 'Si la méthode a changé, dites en quoi et pourquoi' }, { min: 10, max: 2_000 }).optional(),
    })
    .refine(({ documents: evidenceIds, noEvidence }) => evidenceIds.length > 0 || noEvidence !== undefined, {
      message: 'Joignez une preuve, ou dites pourquoi il n’y en a pas.',
      path: ['documents'],
    })
    .refine(({ sameMethod, otherMethod }) => sameMethod || otherMethod !== undefined, {
      message: 'Dites en quoi la méthode a changé, et pourquoi.',
      path: ['otherMethod'],
    })
    .meta({ label: indicator });

export interface MeasuredEffect {
  readonly value: number;
  readonly documents: string[];
  readonly noEvidence?: string | undefined;
  readonly sameMethod: boolean;
  readonly otherMethod?: string | undefined;
}
export interface Measures {
  readonly effects: Readonly<Record<string, MeasuredEffect>>;
}

/** Each promised effect, twelve, twenty-four and thirty-six months after the end. */
export const measureEffects = defineTask<Measures, FollowUpContext>({
  key: 'measure-effects',
  label: 'Mesurer les effets du projet',
  help: 'Pour chaque effet promis, donnez la valeur mesurée et sa preuve. La méthode reste la même, ou le changement est expliqué.',
  form: ({ effects }) =>
    z.object({
      effects: z.object(Object.fromEntries(effects.map((effect) => [effect.key, measured(effect)]))).meta({ label: 'Effets promis' }),
    }),
});

const verdicts = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('accept') }).meta({ label: 'Accepter' }),
  z
    .object({ verdict: z.literal('complete'), missing: longText({ label: 'Ce qui manque', hint: 'Le porteur le lira.' }, { min: 10 }) })
    .meta({ label: 'Demander des compléments' }),
]);
export type EffectsVerdict = z.infer<typeof verdicts>;

export const reviewEffects = defineTask<EffectsVerdict, { readonly months: number }>({
  key: 'review-effects',
  label: 'Examiner la mesure des effets',
  help: 'Vérifiez les valeurs, leurs preuves et la méthode. Les prévisions restent telles qu’elles ont été promises.',
  form: () => verdicts,
});
