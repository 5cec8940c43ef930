import { z } from 'zod';
import { choice, longText, money } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';

export interface DecisionContext {
  /** What the committee proposed; nothing when its opinion is unfavourable. */
  readonly proposedCents?: number;
  readonly requestedCents: number;
  readonly floorCents: number;
  readonly reserves?: string;
  /** Why the authority took its last decision back before it left. */
  readonly takenBack?: string;
  /** Why the last decision was annulled on appeal. */
  readonly annulled?: string;
}

export type Decision =
  | { readonly decision: 'award'; readonly amountCents: number; readonly why: string; readonly conditions?: string | undefined }
  | { readonly decision: 'refuse'; readonly inLaw: string; readonly inFact: string }
  | { readonly decision: 'postpone'; readonly backTo: 'committee' | 'instruction'; readonly why: string };

/** Fields that are written when the authority decides, and corrected before the notice leaves. */
export const wording = {
  why: () => longText({ label: 'Motifs de l’attribution' }, { min: 20 }),
  conditions: () => longText({ label: 'Conditions particulières' }, { max: 2_000 }),
  inLaw: () =>
    longText(
      { label: 'Motifs de droit', hint: 'Le texte ou l’article du règlement de l’appel sur lequel se fonde le refus.' },
      { min: 20 },
    ),
  inFact: () => longText({ label: 'Motifs de fait', hint: 'Ce qui, dans ce dossier, conduit à l’appliquer.' }, { min: 20 }),
};

/** F5: the authority's, never a reviewer's of the same case. */
export const decide = defineTask<Decision, DecisionContext>({
  key: 'decide',
  discreet: true,
  label: 'Décider de la subvention',
  help: 'Attribuez ou refusez la subvention, ou ajournez. Un refus énonce toujours ses motifs, en droit et en fait.',
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
          why: wording.why(),
          conditions: wording.conditions().optional(),
        })
        .meta({ label: 'Attribuer' }),
      z.object({ decision: z.literal('refuse'), inLaw: wording.inLaw(), inFact: wording.inFact() }).meta({ label: 'Refuser' }),
      z
        .object({
          decision: z.literal('postpone'),
          backTo: choice({ committee: 'Au comité de sélection', instruction: 'À l’instruction' }, { label: 'Renvoyer le dossier' }),
          why: longText({ label: 'Motifs de l’ajournement', hint: 'Les instructeurs et le comité les liront.' }, { min: 20 }),
        })
        .meta({ label: 'Ajourner' }),
    ]),
});
