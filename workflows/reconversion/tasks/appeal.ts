import { z } from 'zod';
import { documents, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

/** What an agent may contest. */
export const contestable = { selection: 'la décision sur votre candidature', jury: 'le résultat du jury' } as const;
export type Contestable = keyof typeof contestable;

export interface AppealContext {
  readonly against: Contestable;
}

export interface Grounds {
  readonly grounds: string;
  readonly documents: string[];
}

export const appealLodged = defineEvent<Grounds, AppealContext>({
  key: 'appeal-lodged',
  label: 'Contester la décision',
  help: 'Dites en quoi la décision vous paraît infondée. D’autres personnes que celles qui l’ont prise vous répondront.',
  form: ({ against }) =>
    z.object({
      grounds: longText({ label: 'Motifs de votre contestation', hint: `Vous contestez ${contestable[against]}.` }, { min: 20 }),
      documents: documents({ label: 'Pièces à l’appui', hint: 'Facultatif.' }),
    }),
});

export interface AppealAnswer {
  readonly verdict: 'confirm' | 'annul';
  readonly reasons: string;
}

/** Another jury, or for a selection the direction: nobody who took part in the decision. */
export const answerAppeal = defineTask<AppealAnswer, AppealContext & { readonly grounds: string }>({
  key: 'answer-appeal',
  label: 'Répondre au recours',
  help: 'Reprenez le dossier d’un œil neuf\u00a0: vous n’avez pas pris part à la décision. Annulée, elle est remplacée par une décision favorable.',
  form: () => {
    const reasons = longText({ label: 'Motifs de la réponse', hint: 'En droit et en fait\u202f; l’agent les lira.' }, { min: 20 });
    return z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('confirm'), reasons }).meta({ label: 'Confirmer la décision' }),
      z.object({ verdict: z.literal('annul'), reasons }).meta({ label: 'Annuler la décision' }),
    ]);
  },
});
