import { z } from 'zod';
import { documents, longText } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';

/** CRPA L242-1: the authority may withdraw its own award while four months have not passed since it was taken. */
export const unlawfulnessFound = defineEvent<{ inLaw: string }>({
  key: 'unlawfulness-found',
  label: 'Engager le retrait de l’attribution',
  help: 'Si l’attribution est illégale, elle peut être retirée dans les quatre mois de sa signature, après les observations du bénéficiaire.',
  form: z.object({
    inLaw: longText({ label: 'Illégalité constatée', hint: 'Le texte méconnu, et en quoi\u202f; le bénéficiaire le lira.' }, { min: 20 }),
  }),
});

export interface WithdrawalContext {
  readonly unlawful: string;
  readonly amountCents: number;
  /** What the beneficiary answered. */
  readonly observations?: string;
}

/** CRPA L122-1: before the withdrawal of a decision that gave a right. */
export const giveObservations = defineTask<{ observations: string; documents: string[] }, WithdrawalContext>({
  key: 'give-observations',
  label: 'Présenter vos observations',
  help: 'Le service envisage de retirer la décision qui vous attribue la subvention. Dites ce que vous avez à répondre.',
  form: () =>
    z.object({
      observations: longText({ label: 'Vos observations' }),
      documents: documents({ label: 'Pièces à l’appui', hint: 'Facultatif.' }),
    }),
});

export type WithdrawalVerdict =
  | { readonly verdict: 'withdraw'; readonly inLaw: string; readonly inFact: string }
  | { readonly verdict: 'maintain'; readonly reasons: string };

export const decideWithdrawal = defineTask<WithdrawalVerdict, WithdrawalContext>({
  key: 'decide-withdrawal',
  label: 'Décider du retrait',
  help: 'Retirez l’attribution ou maintenez-la. Passé le dernier jour indiqué, la loi ne permet plus le retrait\u00a0: l’attribution est maintenue.',
  form: () =>
    z.discriminatedUnion('verdict', [
      z
        .object({
          verdict: z.literal('withdraw'),
          inLaw: longText({ label: 'Motifs de droit' }, { min: 20 }),
          inFact: longText({ label: 'Motifs de fait' }, { min: 20 }),
        })
        .meta({ label: 'Retirer l’attribution' }),
      z
        .object({ verdict: z.literal('maintain'), reasons: longText({ label: 'Pourquoi l’attribution est maintenue' }, { min: 20 }) })
        .meta({ label: 'Maintenir l’attribution' }),
    ]),
});
