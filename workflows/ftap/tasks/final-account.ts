import { z } from 'zod';
import { documents, longText, money } from '../../kit/fields.js';
import { defineTask } from '../../kit/procedure.js';
import { euros } from '../application.js';

/** A line of the budget as forms name it; its key is its place in the application, from 1. */
export interface BudgetLine {
  readonly key: string;
  readonly label: string;
  readonly plannedCents: number;
  readonly eligible: boolean;
}

export interface AccountContext {
  readonly lines: readonly BudgetLine[];
  readonly missing?: string;
}

export interface FinalAccount {
  readonly spent: Readonly<Record<string, number>>;
  readonly incomeCents: number;
  readonly report: string;
  readonly documents: string[];
}

const planned = ({ plannedCents, eligible }: BudgetLine) => `Prévu\u00a0: ${euros(plannedCents)}${eligible ? '' : ', non éligible'}.`;

/** F10, the beneficiary's part. */
export const finalAccount = defineTask<FinalAccount, AccountContext>({
  key: 'final-account',
  label: 'Présenter le bilan final',
  help: 'Indiquez ce qui a été dépensé pour chaque ligne du budget, ce que le projet a reçu par ailleurs, et ce qu’il a produit.',
  form: ({ lines, missing }) =>
    z.object({
      spent: z
        .object(Object.fromEntries(lines.map((line) => [line.key, money({ label: line.label, hint: planned(line) })])))
        .meta({ label: 'Dépenses faites' }),
      incomeCents: money({ label: 'Autres recettes du projet', hint: 'Autres subventions, participations. Indiquez 0 s’il n’y en a pas.' }),
      report: longText(
        {
          label: 'Bilan du projet',
          hint: missing === undefined ? 'Ce qui a été réalisé, ce qui ne l’a pas été.' : `Le service attend\u00a0: ${missing}`,
        },
        { min: 20 },
      ),
      documents: documents({ label: 'Justificatifs', hint: 'Compte d’emploi signé, factures ou état des dépenses.' }, { min: 1 }),
    }),
});

export interface AccountReviewContext {
  /** Eligible lines alone, with what was spent on each. */
  readonly lines: readonly (BudgetLine & { readonly spentCents: number })[];
  readonly incomeCents: number;
}

const accept = ({ lines, incomeCents }: AccountReviewContext) =>
  z
    .object({
      verdict: z.literal('accept'),
      retained: z
        .object(
          Object.fromEntries(
            lines.map(({ key, label, spentCents }) => [
              key,
              money({ label, hint: `Dépensé\u00a0: ${euros(spentCents)}.` }, { max: spentCents }),
            ]),
          ),
        )
        .meta({
          label: 'Dépenses éligibles retenues',
          ...(incomeCents > 0 && { hint: `Nettes des autres recettes\u00a0: ${euros(incomeCents)}.` }),
        }),
    })
    .meta({ label: 'Accepter le bilan' });
const complete = z
  .object({ verdict: z.literal('complete'), missing: longText({ label: 'Ce qui manque', hint: 'Le porteur le lira.' }, { min: 10 }) })
  .meta({ label: 'Demander des compléments' });

export type AccountVerdict =
  | { readonly verdict: 'accept'; readonly retained: Readonly<Record<string, number>> }
  | { readonly verdict: 'complete'; readonly missing: string };

/** F10, the reviewer's: the grant due follows from what is retained. */
export const reviewFinalAccount = defineTask<AccountVerdict, AccountReviewContext>({
  key: 'review-final-account',
  label: 'Examiner le bilan final',
  help: 'Retenez, ligne par ligne, les dépenses éligibles et justifiées\u00a0: le solde ou le reversement en découle.',
  form: (context) => z.discriminatedUnion('verdict', [accept(context), complete]),
});
