import { z } from 'zod';
import { civilDateField, choice, documents, longText, money } from '../../kit/fields.js';
import { defineEvent, defineTask } from '../../kit/procedure.js';
import { addMonths } from '../../calendar/civil-date.js';
import { signature } from './convention.js';

/** The terms that an amendment starts from, and how far it may go. */
export interface AmendableContext {
  readonly endsOn: string;
  readonly amountCents: number;
  /** What has been paid already cannot be taken off by an amendment. */
  readonly leastCents: number;
  /** Ceiling and rate of the call. */
  readonly mostCents: number;
}

export interface Amendment {
  readonly reasons: string;
  readonly newEndsOn?: string | undefined;
  readonly budgetShift?: string | undefined;
  readonly newAmountCents?: number | undefined;
  readonly documents: string[];
}

/** An end may be put off by two years at most [D]. */
const longestMonths = 24;

/** F13. The applicant may ask at any time while the project runs. */
export const amendmentRequested = defineEvent<Amendment, AmendableContext>({
  key: 'amendment-requested',
  label: 'Demander un avenant',
  help: 'Demandez une autre date de fin, un virement entre dépenses ou un autre montant, et dites pourquoi.',
  form: ({ endsOn, leastCents, mostCents }) =>
    z
      .object({
        reasons: longText({ label: 'Motif de la demande' }, { min: 20 }),
        newEndsOn: civilDateField({ label: 'Nouvelle date de fin', hint: 'Laissez vide si la date de fin ne change pas.' })
          .refine((date) => date > endsOn, 'La nouvelle date de fin doit être postérieure à l’actuelle.')
          .refine((date) => date <= addMonths(endsOn, longestMonths), `Le report ne peut pas dépasser ${longestMonths} mois.`)
          .meta({ examples: [addMonths(endsOn, 3), addMonths(endsOn, 6)] })
          .optional(),
        budgetShift: longText(
          { label: 'Virement entre dépenses', hint: 'D’une ligne du budget à une autre, sans changer le total.' },
          { min: 10, max: 4_000 },
        ).optional(),
        newAmountCents: money(
          { label: 'Nouveau montant de la subvention', hint: 'Laissez vide si le montant ne change pas. Le comité donne alors son avis.' },
          { min: Math.min(leastCents, mostCents), max: mostCents },
        ).optional(),
        documents: documents({ label: 'Documents', hint: 'Facultatif.' }),
      })
      .refine(
        ({ newEndsOn, budgetShift, newAmountCents }) => [newEndsOn, budgetShift, newAmountCents].some((change) => change !== undefined),
        { message: 'Indiquez ce qui doit changer\u00a0: la date de fin, le budget ou le montant.', path: ['newEndsOn'] },
      ),
});

/** What those who decide are shown: the request, and the terms as they stand. */
export type AmendmentContext = Omit<AmendableContext, 'leastCents' | 'mostCents'> &
  Omit<Amendment, 'documents'> & { readonly committee?: string };

const opinions = z.object({
  opinion: choice({ favourable: 'Favorable', unfavourable: 'Défavorable' }, { label: 'Avis du comité' }),
  reasons: longText({ label: 'Motifs' }, { min: 20 }),
});
export type AmendmentOpinion = z.infer<typeof opinions>;

/** F13: an amendment that changes the amount goes to the committee first. */
export const committeeAmendmentOpinion = defineTask<AmendmentOpinion, AmendmentContext>({
  key: 'committee-amendment-opinion',
  label: 'Donner l’avis du comité sur l’avenant',
  help: 'L’avenant change le montant de la subvention\u00a0: reportez l’avis du comité.',
  form: () => opinions,
});

const decisions = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('accept'), why: longText({ label: 'Motifs' }, { min: 10 }) }).meta({ label: 'Accepter l’avenant' }),
  z
    .object({ decision: z.literal('refuse'), reasons: longText({ label: 'Motifs du refus', hint: 'Le porteur les lira.' }, { min: 20 }) })
    .meta({ label: 'Refuser l’avenant' }),
]);
export type AmendmentDecision = z.infer<typeof decisions>;

export const decideAmendment = defineTask<AmendmentDecision, AmendmentContext>({
  key: 'decide-amendment',
  label: 'Décider de l’avenant',
  help: 'Accepté, l’avenant est signé par le bénéficiaire, puis les termes de la convention changent.',
  form: () => decisions,
});

export const signAmendment = defineTask<
  { signedOn: string; signedBy: string; documents: string[] },
  AmendmentContext & { readonly version: number }
>({
  key: 'sign-amendment',
  label: 'Signer l’avenant',
  help: 'Lisez l’avenant, puis signez-le et enregistrez ici votre signature. Sans signature, la convention reste inchangée.',
  form: () => z.object(signature),
});
