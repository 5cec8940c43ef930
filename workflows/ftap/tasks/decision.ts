import { z } from 'zod';
import { civilDateField, longText, money } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

export interface CommitteeContext {
  readonly requestedCents: number;
  readonly floorCents: number;
  /** Weighted totals of the grids, out of 20. */
  readonly totals: readonly number[];
  readonly opinions: readonly string[];
  readonly hasNextSession: boolean;
}

const metOn = civilDateField({ label: 'Date de la séance' }).meta({ examples: ['2026-06-18'] });

const committeeResults = ({ requestedCents, floorCents, hasNextSession }: CommitteeContext) => {
  const amount = money({ label: 'Montant proposé' }, { min: Math.min(floorCents, requestedCents), max: requestedCents });
  const favourable = z.object({ result: z.literal('favourable'), metOn, amountCents: amount }).meta({ label: 'Favorable' });
  const reserved = z
    .object({ result: z.literal('reserved'), metOn, amountCents: amount, reserves: longText({ label: 'Réserves à lever' }, { min: 10 }) })
    .meta({ label: 'Favorable avec réserves' });
  const postponed = z
    .object({ result: z.literal('postponed'), metOn, why: longText({ label: 'Motif de l’ajournement' }, { min: 10 }) })
    .meta({ label: 'Ajourné' });
  const waitingList = z
    .object({ result: z.literal('waitingList'), metOn, rank: z.number().int().min(1).max(999).meta({ widget: 'number', label: 'Rang' }) })
    .meta({ label: 'Liste d’attente' });
  const unfavourable = z
    .object({ result: z.literal('unfavourable'), metOn, why: longText({ label: 'Motifs de l’avis défavorable' }, { min: 20 }) })
    .meta({ label: 'Défavorable' });
  return hasNextSession
    ? z.discriminatedUnion('result', [favourable, reserved, postponed, waitingList, unfavourable])
    : z.discriminatedUnion('result', [favourable, reserved, unfavourable]);
};

export type CommitteeResult =
  | { readonly result: 'favourable'; readonly metOn: string; readonly amountCents: number }
  | { readonly result: 'reserved'; readonly metOn: string; readonly amountCents: number; readonly reserves: string }
  | { readonly result: 'postponed'; readonly metOn: string; readonly why: string }
  | { readonly result: 'waitingList'; readonly metOn: string; readonly rank: number }
  | { readonly result: 'unfavourable'; readonly metOn: string; readonly why: string };

/** F4. */
export const recordCommitteeResult = defineTask<CommitteeResult, CommitteeContext>({
  key: 'committee-result',
  label: 'Enregistrer l’avis du comité',
  help: 'Reportez l’avis rendu en séance, tel qu’il figure au procès-verbal.',
  form: (context) => committeeResults(context) as z.ZodType<CommitteeResult>,
});

export interface DecisionContext {
  /** What the committee proposed; nothing when its opinion is unfavourable. */
  readonly proposedCents?: number;
  readonly requestedCents: number;
  readonly floorCents: number;
  readonly reserves?: string;
}

export type Decision =
  | { readonly decision: 'award'; readonly amountCents: number; readonly why: string; readonly conditions?: string | undefined }
  | { readonly decision: 'refuse'; readonly inLaw: string; readonly inFact: string };

/** F5: the authority's, never a reviewer's of the same case. */
export const decide = defineTask<Decision, DecisionContext>({
  key: 'decide',
  label: 'Décider de la subvention',
  help: 'Attribuez ou refusez la subvention. Un refus énonce toujours ses motifs, en droit et en fait.',
  form: ({ requestedCents, floorCents, proposedCents }) =>
    z.discriminatedUnion('decision', [
      z
        .object({
          decision: z.literal('award'),
          amountCents: money(
            {
              label: 'Montant attribué',
              ...(proposedCents !== undefined && {
                hint: 'Le comité a proposé un montant\u00a0: vous pouvez vous en écarter en le motivant.',
              }),
            },
            { min: Math.min(floorCents, requestedCents), max: requestedCents },
          ),
          why: longText({ label: 'Motifs de l’attribution' }, { min: 20 }),
          conditions: longText({ label: 'Conditions particulières' }, { max: 2_000 }).optional(),
        })
        .meta({ label: 'Attribuer' }),
      z
        .object({
          decision: z.literal('refuse'),
          inLaw: longText(
            { label: 'Motifs de droit', hint: 'Le texte ou l’article du règlement de l’appel sur lequel se fonde le refus.' },
            { min: 20 },
          ),
          inFact: longText({ label: 'Motifs de fait', hint: 'Ce qui, dans ce dossier, conduit à l’appliquer.' }, { min: 20 }),
        })
        .meta({ label: 'Refuser' }),
    ]),
});
