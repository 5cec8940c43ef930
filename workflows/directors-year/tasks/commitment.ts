import { z } from 'zod';
import { civilDateField, commitment as promise, longText, text } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import { documents } from '../documents.js';

/** What a director commits to, and how it will be seen. */
export interface Commitment {
  readonly text: string;
  readonly indicator: string;
  readonly baseline: string;
  readonly target: string;
  readonly dueOn: string;
}

export interface PreparationContext {
  /** What the director asked to take up again. */
  readonly previous?: Commitment;
  readonly correction?: string;
}

/** D1: the commitment is prepared by the director or a delegate. */
export const prepareCommitment = defineTask<Commitment, PreparationContext>({
  key: 'prepare-commitment',
  label: 'Préparer l’engagement',
  help: 'Un engagement et l’indicateur qui le montrera. Votre secrétariat peut le préparer\u202f; vous seul le signez.',
  form: z.object({
    text: longText({ label: 'Engagement' }, { min: 20, max: 2_000 }),
    indicator: text({ label: 'Indicateur' }),
    baseline: text({ label: 'Aujourd’hui' }, { max: 100 }),
    target: text({ label: 'Cible' }, { max: 100 }),
    dueOn: civilDateField({ label: 'À quelle date' }),
  }),
});

export interface SigningContext extends Commitment {
  readonly editionTitle: string;
}

export type Signature = { readonly verdict: 'sign'; readonly mine: true } | { readonly verdict: 'correct'; readonly why: string };

/** D1: signed by the director in person. */
export const signCommitment = defineTask<Signature, SigningContext>({
  key: 'sign-commitment',
  label: 'Signer mon engagement',
  help: 'Relisez l’engagement préparé. Lui seul vous engage\u00a0: personne ne peut le signer à votre place.',
  form: z.discriminatedUnion('verdict', [
    z
      .object({ verdict: z.literal('sign'), mine: promise({ label: 'Je prends cet engagement, et je le signe.' }) })
      .meta({ label: 'Signer' }),
    z
      .object({ verdict: z.literal('correct'), why: longText({ label: 'Ce qui est à reprendre' }, { min: 5, max: 1_000 }) })
      .meta({ label: 'Faire reprendre' }),
  ]),
  letter: (context, answer) => (answer.verdict === 'sign' ? { document: documents.commitment, data: context } : undefined),
});
