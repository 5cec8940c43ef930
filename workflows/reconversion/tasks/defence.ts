import { z } from 'zod';
import { civilDateField, documents, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

export const handInThesis = defineTask<{ documents: string[] }, { readonly thesis: string; readonly juryOn: string }>({
  key: 'hand-in-thesis',
  label: 'Remettre le mémoire',
  help: 'Le jury le lit avant la soutenance.',
  form: ({ thesis }) => z.object({ documents: documents({ label: thesis }, { min: 1 }) }),
});

/** For the jury; the coach does not sit in it. */
export const coachOpinion = defineTask<{ opinion: string }>({
  key: 'coach-opinion',
  label: 'Donner votre avis au jury',
  help: 'Le jury lit votre avis avant la soutenance. Vous n’en faites pas partie.',
  form: z.object({ opinion: longText({ label: 'Avis', hint: 'Le participant le lit aussi.' }, { max: 4_000 }) }),
});

export interface JuryContext {
  /** Coaches of the participant, past and present: none of them judges. */
  readonly notBy: readonly string[];
  /** A second hearing is granted once. */
  readonly mayResit: boolean;
}

export interface JuryHeld {
  readonly heldOn: string;
  readonly result: 'pass' | 'resit' | 'fail';
  readonly judges: string[];
  /** Who stood aside, having a tie with the participant. */
  readonly recused?: string[] | undefined;
  readonly why: string;
}

/** R7, S9: what the cohort's jury said of this participant. */
export const juryHeld = defineEvent<JuryHeld, JuryContext>({
  key: 'jury-held',
  label: 'Résultat du jury',
  help: 'Le jury de la promotion entend le participant\u202f; le résultat arrive avec la signature de son procès-verbal.',
  watchedBy: 'programManager',
  form: ({ notBy, mayResit }) =>
    z.object({
      heldOn: civilDateField({ label: 'Date de la soutenance' }).meta({ examples: ['2026-06-18'] }),
      result: z.enum(mayResit ? ['pass', 'resit', 'fail'] : ['pass', 'fail']),
      judges: z
        .array(z.string())
        .min(1)
        .refine((judges) => !judges.some((judge) => notBy.includes(judge)), 'Le coach du participant ne peut pas le juger.'),
      recused: z.array(z.string()).optional(),
      why: longText({ label: 'Appréciation du jury' }),
    }),
});
