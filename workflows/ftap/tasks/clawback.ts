import { z } from 'zod';
import { documents, longText, money, text } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import type { AmountContext } from './commitment.js';
import { day } from './convention.js';

export interface Breach {
  readonly reasons: string;
  readonly documents: string[];
}

/** F11: from the commitment on, whoever watches over the programme may report that the conditions of the grant are broken. */
export const breachFound = defineEvent<Breach>({
  key: 'breach-found',
  label: 'Signaler un manquement',
  help: 'Les conditions de la subvention ne sont pas tenues\u00a0: dites en quoi et joignez les preuves. Le bénéficiaire présente d’abord ses observations.',
  form: z.object({
    reasons: longText({ label: 'Manquement constaté', hint: 'Le bénéficiaire le lira.' }, { min: 20 }),
    documents: documents({ label: 'Preuves' }, { min: 1 }),
  }),
});

export interface ObservationsContext {
  readonly reasons: string;
  /** What has been paid, and might have to come back. */
  readonly paidCents: number;
}

export const writtenObservations = defineTask<{ observations: string; documents: string[] }, ObservationsContext>({
  key: 'written-observations',
  label: 'Présenter vos observations',
  help: 'Le service envisage de vous demander un reversement. Présentez vos observations écrites avant qu’il décide.',
  form: () =>
    z.object({
      observations: longText({ label: 'Observations' }, { min: 10 }),
      documents: documents({ label: 'Documents', hint: 'Facultatif.' }),
    }),
});

export interface ClawbackContext extends ObservationsContext {
  /** Nothing when the time given has passed without any. */
  readonly observations?: string;
}

const inLaw = longText(
  { label: 'Motifs de droit', hint: 'L’article de la convention ou du règlement de l’appel, et le texte (CRPA L242-2, 2°).' },
  { min: 20 },
);
const inFact = longText({ label: 'Motifs de fait', hint: 'Ce qui, dans ce dossier, conduit à l’appliquer.' }, { min: 20 });

const total = z.object({ decision: z.literal('total'), inLaw, inFact }).meta({ label: 'Retirer toute la subvention' });
const partial = (paidCents: number) =>
  z
    .object({
      decision: z.literal('partial'),
      amountCents: money({ label: 'Montant à reverser', hint: 'Dans la limite de ce qui a été versé.' }, { min: 1, max: paidCents }),
      inLaw,
      inFact,
    })
    .meta({ label: 'Retirer une partie de la subvention' });
const drop = z
  .object({ decision: z.literal('drop'), why: longText({ label: 'Motifs' }, { min: 20 }) })
  .meta({ label: 'Abandonner la procédure' });

export type ClawbackDecision = z.infer<typeof total> | z.infer<ReturnType<typeof partial>> | z.infer<typeof drop>;

export const decideClawback = defineTask<ClawbackDecision, ClawbackContext>({
  key: 'decide-clawback',
  label: 'Décider du reversement',
  help: 'Décidez au vu du manquement et des observations du bénéficiaire. Une partie ne peut être reprise que sur ce qui a été versé.',
  form: ({ paidCents }) =>
    (paidCents > 0
      ? z.discriminatedUnion('decision', [total, partial(paidCents), drop])
      : z.discriminatedUnion('decision', [total, drop])) as z.ZodType<ClawbackDecision>,
});

export interface RecoveryContext extends AmountContext {
  readonly reasons: string;
  /** `credits`: between services of the State money moves by rétablissement de crédits; `order`: by titre de perception. */
  readonly by: 'order' | 'credits';
}

export interface Recovery {
  readonly number: string;
  readonly issuedOn: string;
  readonly documents: string[];
}

/** F11: the order of recovery, or its like between services of the State. */
export const recordRecoveryOrder = defineTask<Recovery, RecoveryContext>({
  key: 'record-recovery-order',
  label: 'Émettre l’ordre de reversement',
  help: 'Émettez le titre de perception, ou rétablissez les crédits s’il s’agit d’un service de l’État, puis reportez son numéro.',
  form: ({ by }) =>
    z.object({
      number: text({ label: by === 'credits' ? 'Numéro du rétablissement de crédits' : 'Numéro du titre de perception' }, { max: 40 }),
      issuedOn: day('Date d’émission'),
      documents: documents({ label: 'Titre émis', hint: 'Facultatif.' }),
    }),
});
