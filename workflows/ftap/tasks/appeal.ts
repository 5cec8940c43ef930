import { z } from 'zod';
import { documents, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

/** What may be contested before the authority. */
export const contestable = {
  refusal: 'le refus de la subvention',
  inadmissibility: 'l’irrecevabilité de la demande',
  implicitRejection: 'le rejet né du silence du service',
  clawback: 'la décision de reversement',
} as const;
export type Contestable = keyof typeof contestable;

export interface AppealableContext {
  readonly against: Contestable;
}

export interface Grounds {
  readonly grounds: string;
  readonly documents: string[];
}

/** A gracious appeal, or between services of the State a request for arbitration: the applicant may, nobody waits for it. */
export const appealLodged = defineEvent<Grounds, AppealableContext>({
  key: 'appeal-lodged',
  label: 'Contester la décision',
  help: 'Dites en quoi la décision vous paraît infondée. Une autre personne que celles qui ont instruit votre demande l’examinera.',
  form: ({ against }) =>
    z.object({
      grounds: longText({ label: 'Motifs de votre contestation', hint: `Vous contestez ${contestable[against]}.` }, { min: 20 }),
      documents: documents({ label: 'Pièces à l’appui', hint: 'Facultatif.' }),
    }),
});

/** CRPA L232-4: within the time limit of the appeal against an implicit rejection. */
export const reasonsRequested = defineEvent<{ message?: string | undefined }>({
  key: 'reasons-requested',
  label: 'Demander les motifs du rejet implicite',
  help: 'Le service vous communique dans le mois les motifs du rejet né de son silence. Le délai de recours recommence alors à courir.',
  form: z.object({ message: longText({ label: 'Précisions', hint: 'Facultatif.' }, { max: 2_000 }).optional() }),
});

export const giveReasons = defineTask<{ inLaw: string; inFact: string }>({
  key: 'give-reasons',
  label: 'Communiquer les motifs du rejet implicite',
  help: 'Le porteur les a demandés\u00a0: sans réponse dans le mois, le rejet implicite est illégal (CRPA L232-4).',
  form: z.object({
    inLaw: longText({ label: 'Motifs de droit' }, { min: 20 }),
    inFact: longText({ label: 'Motifs de fait' }, { min: 20 }),
  }),
});

export interface AppealContext extends AppealableContext {
  readonly grounds: string;
  /** What the reviewer of the appeal concludes. */
  readonly conclusions?: string;
}

export interface AppealReview {
  readonly conclusions: string;
}

/** By somebody who had no hand in the decision. */
export const reviewAppeal = defineTask<AppealReview, AppealContext>({
  key: 'review-appeal',
  label: 'Instruire le recours',
  help: 'Reprenez le dossier d’un œil neuf\u00a0: vous n’avez pas participé à la décision contestée.',
  form: () => z.object({ conclusions: longText({ label: 'Conclusions', hint: 'L’autorité qui décide les lira.' }, { min: 20 }) }),
});

export type AppealVerdict = { readonly verdict: 'confirm' | 'annul'; readonly reasons: string };

export const decideAppeal = defineTask<AppealVerdict, AppealContext>({
  key: 'decide-appeal',
  label: 'Répondre au recours',
  help: 'Confirmez la décision contestée, ou annulez-la\u00a0: il faudra alors décider de nouveau.',
  form: () => {
    const reasons = longText({ label: 'Motifs de la réponse', hint: 'En droit et en fait\u202f; le porteur les lira.' }, { min: 20 });
    return z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('confirm'), reasons }).meta({ label: 'Confirmer la décision' }),
      z.object({ verdict: z.literal('annul'), reasons }).meta({ label: 'Annuler la décision' }),
    ]);
  },
});
