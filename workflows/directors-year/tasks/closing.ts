import { z } from 'zod';
import { choice, civilDateField, documents, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { Commitment } from './commitment.js';

/** What may have become of a commitment. */
export const commitmentResults = { kept: 'Tenu', postponed: 'Reporté', givenUp: 'Abandonné' } as const;

export type CommitmentReview =
  | { readonly result: 'kept'; readonly evidence: string; readonly documents: readonly string[] }
  | { readonly result: 'postponed'; readonly until: string; readonly evidence: string; readonly documents: readonly string[] }
  | { readonly result: 'givenUp'; readonly evidence: string; readonly documents: readonly string[] };

const shown = (label: string) => ({
  evidence: longText({ label, hint: 'Un chiffre, un fait, un lien.' }, { min: 10, max: 2_000 }),
  documents: documents({ label: 'Pièces, s’il y en a' }),
});
const option = <const R extends keyof typeof commitmentResults, F extends z.ZodRawShape>(result: R, fields: F) =>
  z.object({ result: z.literal(result), ...fields }).meta({ label: commitmentResults[result] });

/** D4: the director's own word on the commitment. To give it up is a result like another: what was learnt is worth telling. */
export const reviewCommitment = defineTask<CommitmentReview, Commitment>({
  key: 'review-commitment',
  label: 'Dire où en est l’engagement',
  help: 'Tenu, reporté ou abandonné\u00a0: l’important est ce qui le montre, et ce que vous en retenez.',
  form: z.discriminatedUnion('result', [
    option('kept', shown('Ce qui le montre')),
    option('postponed', { until: civilDateField({ label: 'Reporté à quelle date' }), ...shown('Ce qui est déjà fait, et ce qui manque') }),
    option('givenUp', shown('Pourquoi, et ce que vous en retenez')),
  ]),
});

/** D4: the exchange that closes a year. Its content stays between the two. */
export const holdExchange = defineTask({
  key: 'hold-exchange',
  label: 'Tenir l’échange de clôture',
  help: 'Convenez d’une date avec le directeur, puis indiquez-la ici. Ce qui s’est dit n’est pas enregistré.',
  form: z.object({ heldOn: civilDateField({ label: 'Date de l’échange' }) }),
});

/** Six months later. */
export const lookBack = defineTask<{ readonly still: 'yes' | 'partly' | 'no'; readonly fact: string }, Commitment>({
  key: 'look-back',
  label: 'Six mois après\u00a0: ce qui reste',
  help: 'Une réponse et un fait\u00a0: c’est la dernière question de votre année.',
  form: z.object({
    still: choice({ yes: 'Oui', partly: 'En partie', no: 'Non' }, { label: 'Ce qui avait changé tient-il toujours' }),
    fact: longText({ label: 'Un fait qui le montre' }, { min: 5, max: 1_000 }),
  }),
});
