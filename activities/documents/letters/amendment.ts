import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { beneficiary } from './decision.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, paragraph } from './letter.js';

const data = z.object({
  version: z.number().int().positive(),
  reasons: z.string(),
  endsOn: z.iso.date(),
  amountCents: z.number().int().positive(),
  newEndsOn: z.iso.date().optional(),
  newAmountCents: z.number().int().positive().optional(),
  budgetShift: z.string().optional(),
  capacity: z.string(),
  signedForStateBy: z.string(),
});

/** Avenant: the convention with other terms; everything else stays. */
export const amendment = defineLetter(
  data,
  ({ version, reasons, endsOn, amountCents, newEndsOn, newAmountCents, budgetShift, capacity, signedForStateBy }, context) => ({
    title: `Avenant à la convention attributive, version ${version}`,
    blocks: [
      paragraph(
        `Entre l’État, représenté par ${capacity}, d’une part, et ${beneficiary(context)}, d’autre part, il est convenu ce qui suit au sujet du projet « ${context.project} ».`,
      ),
      heading('Article 1er – Motif'),
      paragraph(reasons),
      heading('Article 2 – Ce qui change'),
      facts('Termes modifiés', [
        newEndsOn !== undefined && ['Fin du projet', `${frenchDate(newEndsOn)}, au lieu du ${frenchDate(endsOn)}`],
        newAmountCents !== undefined && [
          'Montant maximal de la subvention',
          `${frenchAmount(newAmountCents)}, au lieu de ${frenchAmount(amountCents)}`,
        ],
        budgetShift !== undefined && ['Virement entre dépenses', budgetShift],
      ]),
      heading('Article 3 – Autres clauses'),
      paragraph('Les autres clauses de la convention restent en vigueur. L’avenant prend effet à sa signature par le bénéficiaire.'),
    ],
    signatures: [
      { capacity: 'Pour le bénéficiaire,', name: context.addressee.name },
      { capacity: `Pour l’État, ${capacity},`, name: context.nameOf(signedForStateBy) },
    ],
    notices: [contactNotice(context.service)],
  }),
  ({ signedForStateBy }) => [signedForStateBy],
);
