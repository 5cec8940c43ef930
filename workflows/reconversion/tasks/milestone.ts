import { z } from 'zod';
import { documents, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

export interface MilestoneContext {
  readonly milestone: string;
  readonly label: string;
  readonly deliverable: string;
  readonly attempt: number;
  /** What the coach asked for, when it is taken up again. */
  readonly asked?: string;
}

export interface HandedIn {
  readonly statement: string;
  readonly documents: string[];
}

/** R4 to R6, S4 to S8: what the participant hands in. */
export const handInMilestone = defineTask<HandedIn, MilestoneContext>({
  key: 'hand-in-milestone',
  label: 'Remettre le livrable du jalon',
  help: 'Joignez le livrable attendu et dites en quelques lignes où vous en êtes. Votre coach peut vous aider avant la remise.',
  atExpiry: 'Sans remise à cette date, qui valide le jalon dit ce qu’il en est\u202f; le parcours continue.',
  form: ({ deliverable, asked }) =>
    z.object({
      statement: longText(
        { label: 'Où vous en êtes', hint: asked === undefined ? 'Quelques lignes.' : `À reprendre\u00a0: ${asked}` },
        { max: 4_000 },
      ),
      documents: documents({ label: deliverable }, { min: 1 }),
    }),
});

export interface ReviewContext extends MilestoneContext {
  /** Nothing was handed in by the last day: what is left is more time, or a milestone missed. */
  readonly handedIn: boolean;
  /** What the participant said when they handed it in. */
  readonly statement?: string;
  /** Once. */
  readonly mayRetry: boolean;
}

const verdicts = {
  validate: z
    .object({
      verdict: z.literal('validate'),
      feedback: longText({ label: 'Appréciation', hint: 'Le participant la lira.' }, { max: 4_000 }),
    })
    .meta({ label: 'Valider le jalon' }),
  again: z
    .object({
      verdict: z.literal('again'),
      feedback: longText({ label: 'Ce qui est à reprendre', hint: 'Le participant le lira.' }, { min: 10, max: 4_000 }),
    })
    .meta({ label: 'À reprendre' }),
  missed: z
    .object({
      verdict: z.literal('missed'),
      feedback: longText({ label: 'Constat', hint: 'En termes neutres\u202f; le participant le lira.' }, { min: 10, max: 4_000 }),
    })
    .meta({ label: 'Jalon non atteint' }),
};
export type Review = { readonly verdict: keyof typeof verdicts; readonly feedback: string };

/** The coach, or the sponsor of a mission, says what the milestone is worth. */
export const reviewMilestone = defineTask<Review, ReviewContext>({
  key: 'review-milestone',
  label: 'Valider le jalon',
  help: 'Validez le jalon, demandez une fois de le reprendre, ou constatez qu’il n’est pas atteint. Le parcours continue dans tous les cas.',
  form: ({ handedIn, mayRetry }): z.ZodType<Review> => {
    const { validate, again, missed } = verdicts;
    if (handedIn) return z.discriminatedUnion('verdict', mayRetry ? [validate, again, missed] : [validate, missed]);
    return mayRetry ? z.discriminatedUnion('verdict', [again, missed]) : missed;
  },
});
