import { z } from 'zod';
import { choice, civilDateField, longText, text } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

const answers = z.discriminatedUnion('result', [
  z
    .object({
      result: z.literal('assigned'),
      post: text({ label: 'Intitulé du poste' }),
      startsOn: civilDateField({ label: 'Prise de poste' }).meta({ examples: ['2026-06-18'] }),
    })
    .meta({ label: 'Affectation sur un poste du numérique' }),
  z
    .object({ result: z.literal('notYet'), why: longText({ label: 'Ce qui est prévu' }, { max: 4_000 }) })
    .meta({ label: 'Pas de poste à ce jour' }),
]);
export type Assignment = z.infer<typeof answers>;

/** R8: the employer assigns the participant. */
export const recordAssignment = defineTask<Assignment>({
  key: 'record-assignment',
  label: 'Enregistrer l’affectation',
  help: 'Le parcours est validé. Indiquez le poste sur lequel l’agent est affecté\u202f; le programme peut vous aider à le trouver.',
  form: answers,
});

export interface FollowUp {
  readonly situation: 'inPost' | 'otherPost' | 'noPost';
  readonly useful: string;
}

export const answerFollowUp = defineTask<FollowUp, { readonly months: number }>({
  key: 'answer-follow-up',
  label: 'Donner de vos nouvelles',
  help: 'Deux questions pour savoir ce que le parcours a changé, et améliorer les suivants.',
  form: ({ months }) =>
    z.object({
      situation: choice(
        { inPost: 'En poste dans un métier du numérique', otherPost: 'Sur un autre poste', noPost: 'Sans poste à ce jour' },
        { label: `Votre situation, ${months} mois après le parcours` },
      ),
      useful: longText({ label: 'Ce qui vous sert, ce qui vous manque' }, { max: 4_000 }),
    }),
});
