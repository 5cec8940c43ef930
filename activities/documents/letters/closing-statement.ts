import { z } from 'zod';
import { frenchAmount } from '../../french-amount.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, paragraph, table } from './letter.js';

const cents = z.number().int().nonnegative();

const data = z.object({
  lines: z.array(z.object({ label: z.string(), plannedCents: cents, spentCents: cents, retainedCents: cents.optional() })),
  incomeCents: cents,
  /** The grant as amended, less what was taken back. */
  amountCents: cents,
  eligibleCents: cents,
  retainedCents: cents,
  dueCents: cents,
  paidCents: cents,
  clawedBackCents: cents,
  balanceCents: cents,
  reversalCents: cents,
  unusedCents: cents,
});

/** Décompte final: the sum that gives the balance or the reversal, so that the beneficiary can do it again. */
export const closingStatement = defineLetter(data, (sum, context) => ({
  title: 'Décompte final de la subvention',
  blocks: [
    paragraph(`Le bilan final du projet « ${context.project} » est accepté. Voici le calcul de la subvention due.`),
    heading('Dépenses retenues'),
    table(
      'Dépenses du projet',
      ['Dépense', 'Prévu', 'Dépensé', 'Retenu'],
      sum.lines.map(({ label, plannedCents, spentCents, retainedCents }) => [
        label,
        frenchAmount(plannedCents),
        frenchAmount(spentCents),
        retainedCents === undefined ? 'non éligible' : frenchAmount(retainedCents),
      ]),
    ),
    heading('Subvention due'),
    facts('Calcul', [
      ['Dépenses éligibles retenues', frenchAmount(sum.retainedCents)],
      sum.incomeCents > 0 && ['Autres recettes déclarées', frenchAmount(sum.incomeCents)],
      [
        'Taux de la subvention',
        `${frenchAmount(sum.amountCents)} pour ${frenchAmount(sum.eligibleCents)} de coût éligible, soit ${percent(sum.amountCents / sum.eligibleCents)}`,
      ],
      ['Subvention due', `${frenchAmount(sum.dueCents)}, sans dépasser ${frenchAmount(sum.amountCents)}`],
      ['Déjà versé', frenchAmount(sum.paidCents)],
      sum.clawedBackCents > 0 && ['Déjà repris', frenchAmount(sum.clawedBackCents)],
      sum.balanceCents > 0 && ['Solde à verser', frenchAmount(sum.balanceCents)],
      sum.reversalCents > 0 && ['Trop-perçu à reverser', frenchAmount(sum.reversalCents)],
      sum.unusedCents > 0 && ['Crédits libérés', frenchAmount(sum.unusedCents)],
    ]),
    paragraph(next(sum)),
  ],
  notices: [contactNotice(context.service)],
}));

function next({ balanceCents, reversalCents }: z.infer<typeof data>): string {
  if (balanceCents > 0) return 'Le solde est versé après certification du service fait. Vous n’avez rien à faire.';
  if (reversalCents > 0) return 'Un ordre de reversement vous sera adressé. Il dira comment payer.';
  return 'Tout ce qui était dû a été versé. Vous n’avez rien à faire.';
}

const percent = (share: number): string => `${String(Math.round(share * 10_000) / 100).replace('.', ',')} %`;
