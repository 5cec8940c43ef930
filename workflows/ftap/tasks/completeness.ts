import { z } from 'zod';
import { choice, choices, documents, longText } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import type { RequiredPiece } from '../call-terms.js';

export interface CompletenessContext {
  readonly requiredPieces: readonly RequiredPiece[];
  readonly round: number;
  /** The pieces asked for last never came: decide on the file as it is, or take no further action. */
  readonly lapsed: boolean;
}

/** A piece that is not essential and is missing is written down; it blocks nothing (CRPA L114-5-1). */
const noted = (required: readonly RequiredPiece[]) => {
  const others = required.filter(({ essential }) => !essential);
  if (others.length === 0) return {};
  const hint = 'Leur absence n’empêche pas l’instruction.';
  return { noted: choices(labelled(others), { label: 'Pièces non essentielles absentes', hint }).optional() };
};

const complete = (required: readonly RequiredPiece[]) =>
  z.object({ verdict: z.literal('complete'), ...noted(required) }).meta({ label: 'Dossier complet et recevable' });

const labelled = (required: readonly RequiredPiece[]) =>
  Object.fromEntries(required.map(({ key, label, basis }) => [key, `${label} (${basis})`]));

/** Only what a text requires and the instruction cannot do without may be asked for (CRPA L114-5 and L114-5-1). */
const pieces = (required: readonly RequiredPiece[]) =>
  z
    .object({
      verdict: z.literal('pieces'),
      missing: choices(labelled(required.filter(({ essential }) => essential)), {
        label: 'Pièces manquantes',
        hint: 'Seules les pièces indispensables qu’un texte exige peuvent être demandées.',
      }).min(1, 'Cochez au moins une pièce.'),
      ...noted(required),
      daysGiven: z
        .number({ error: 'Indiquez le nombre de jours.' })
        .int()
        .min(10, 'Laissez au moins 10 jours.')
        .max(60, '60 jours au plus.')
        .default(30)
        .meta({ widget: 'number', label: 'Délai accordé, en jours', hint: 'De 10 à 60 jours ; 30 jours en général.' }),
      comment: longText({ label: 'Précisions pour le porteur', hint: 'Elles figurent dans le courrier.' }, { max: 2_000 }).optional(),
    })
    .meta({ label: 'Pièces manquantes' });

const inadmissible = z
  .object({
    verdict: z.literal('inadmissible'),
    reasons: longText({ label: 'Motifs d’irrecevabilité', hint: 'En droit et en fait.' }, { min: 20 }),
  })
  .meta({ label: 'Dossier irrecevable' });

const noFurtherAction = z
  .object({ verdict: z.literal('noFurtherAction'), reasons: longText({ label: 'Motifs du classement' }, { min: 20 }) })
  .meta({ label: 'Classer sans suite' });

const verdicts = ({ requiredPieces, lapsed }: CompletenessContext) => {
  if (lapsed) return z.discriminatedUnion('verdict', [complete(requiredPieces), noFurtherAction, inadmissible]);
  if (!requiredPieces.some(({ essential }) => essential)) return z.discriminatedUnion('verdict', [complete(requiredPieces), inadmissible]);
  return z.discriminatedUnion('verdict', [complete(requiredPieces), pieces(requiredPieces), inadmissible]);
};

export type CompletenessVerdict =
  | { readonly verdict: 'complete'; readonly noted?: string[] | undefined }
  | {
      readonly verdict: 'pieces';
      readonly missing: string[];
      readonly noted?: string[] | undefined;
      readonly daysGiven: number;
      readonly comment?: string | undefined;
    }
  | { readonly verdict: 'inadmissible' | 'noFurtherAction'; readonly reasons: string };

/** F2. */
export const checkCompleteness = defineTask<CompletenessVerdict, CompletenessContext>({
  key: 'check-completeness',
  label: 'Vérifier la complétude et la recevabilité',
  help: 'Vérifiez que chaque pièce exigée est là et que la demande répond aux conditions de l’appel.',
  form: (context) => verdicts(context) as z.ZodType<CompletenessVerdict>,
});

export interface PiecesContext {
  readonly missing: readonly { readonly label: string; readonly basis: string }[];
  readonly comment?: string;
}

/** F2b. */
export const supplyPieces = defineTask<{ documents: string[]; comment?: string | undefined }, PiecesContext>({
  key: 'supply-pieces',
  label: 'Fournir les pièces demandées',
  help: 'Joignez les pièces que le service vous a demandées. Le délai de décision est suspendu jusqu’à votre envoi.',
  form: ({ missing }) =>
    z.object({
      documents: documents({ label: 'Pièces', hint: missing.map(({ label }) => label).join(' ; ') }, { min: 1 }),
      comment: longText({ label: 'Message au service' }, { max: 2_000 }).optional(),
    }),
});

export const favour = (label: string) => choice({ favourable: 'Favorable', reserved: 'Réservé', unfavourable: 'Défavorable' }, { label });
