import { z } from 'zod';
import { documents, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import { day } from './convention.js';

export interface AmountContext {
  readonly amountCents: number;
}

export const chorusNumber = (label: string, hint: string) =>
  z
    .string({ error: 'Renseignez ce numéro.' })
    .trim()
    .regex(/^\d{10}$/, 'Ce numéro compte 10 chiffres.')
    .meta({ widget: 'text', label, hint, examples: ['2100000042'] });

const results = z.discriminatedUnion('result', [
  z
    .object({
      result: z.literal('recorded'),
      ejNumber: chorusNumber('Numéro d’engagement juridique', '10 chiffres, donnés par Chorus.'),
      committedOn: day('Date de l’engagement'),
      documents: documents({ label: 'Fiche d’engagement', hint: 'Facultatif.' }).optional(),
    })
    .meta({ label: 'Crédits engagés' }),
  z
    .object({
      result: z.literal('rejected'),
      reasons: longText({ label: 'Motifs du contrôleur budgétaire', hint: 'L’ordonnateur les lira.' }, { min: 20 }),
    })
    .meta({ label: 'Engagement rejeté par le contrôle budgétaire' }),
]);
export type CommitmentResult = z.infer<typeof results>;

/** F7: AE. */
export const recordCommitment = defineTask<CommitmentResult, AmountContext & { readonly answer?: string }>({
  key: 'record-commitment',
  label: 'Engager les crédits',
  help: 'Créez l’engagement juridique dans Chorus, puis reportez son numéro, ou le rejet du contrôle budgétaire.',
  form: () => results,
});

/** F7: what the authority says to a rejection, before the commitment is presented again. */
export const answerBudgetControl = defineTask<{ answer: string }, AmountContext & { readonly reasons: string }>({
  key: 'answer-budget-control',
  label: 'Répondre au contrôle budgétaire',
  help: 'Le contrôleur budgétaire a rejeté l’engagement. Répondez à ses motifs\u202f; l’engagement lui sera présenté de nouveau.',
  form: () => z.object({ answer: longText({ label: 'Réponse', hint: 'Ce qui a été corrigé ou justifié.' }, { min: 20 }) }),
});

export interface FreeContext extends AmountContext {
  readonly ejNumber: string;
}

/** F10: credits that the grant does not use go back to the envelope. */
export const freeCommitment = defineTask<{ freedOn: string }, FreeContext>({
  key: 'free-commitment',
  label: 'Libérer les crédits non utilisés',
  help: 'Réduisez l’engagement juridique dans Chorus du montant indiqué, puis reportez-en la date.',
  form: () => z.object({ freedOn: day('Date du désengagement') }),
});
