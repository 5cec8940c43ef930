import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { article, beneficiary, decided, grounds, signature } from './decision.js';
import { contactNotice, remediesNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, paragraph } from './letter.js';

/** Mise en demeure: nobody loses a grant by silence without having been warned. */
export const lapseWarning = defineLetter(z.object({ askedOn: z.iso.date(), lastDay: z.iso.date() }), ({ askedOn, lastDay }, context) => ({
  title: 'Mise en demeure de signer la convention',
  blocks: [
    paragraph('Madame, Monsieur,'),
    paragraph(
      `La convention relative au projet « ${context.project} » vous a été adressée le ${frenchDate(askedOn)}. Elle n’est toujours pas signée.`,
    ),
    heading('Ce que vous devez faire'),
    paragraph(
      `Signez-la sur la page de votre dossier au plus tard le ${frenchDate(lastDay)}. Vous pouvez aussi y demander une modification, ou renoncer à la subvention.`,
    ),
    paragraph('Passé cette date, l’ordonnateur pourra constater la caducité de l’attribution : la subvention sera perdue.'),
  ],
  notices: [contactNotice(context.service)],
}));

const ending = z.object({ ...decided, amountCents: z.number().int().positive(), awardedOn: z.iso.date() });

/** Décision de caducité: CRPA L211-2 and L211-5. */
export const lapseDecision = defineLetter(
  ending,
  (data, context) => ({
    title: 'Décision de caducité d’une subvention',
    blocks: [
      ...grounds({ ...data, visas: [...data.visas, `la décision d’attribution du ${frenchDate(data.awardedOn)}`] }),
      article(
        'Article 1er',
        `L’attribution d’une subvention de ${frenchAmount(data.amountCents)} au plus à ${beneficiary(context)} pour le projet « ${context.project} » est caduque : la convention n’a pas été signée.`,
      ),
      article('Article 2', 'Rien n’a été versé : il n’y a pas lieu à reversement.'),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);

/** Prise d’acte: the beneficiary renounced, the State takes note of it. */
export const renouncing = defineLetter(
  ending,
  (data, context) => ({
    title: 'Renonciation à une subvention',
    blocks: [
      paragraph(
        `${beneficiary(context)} a renoncé le ${frenchDate(data.decidedOn)} à la subvention de ${frenchAmount(data.amountCents)} attribuée le ${frenchDate(data.awardedOn)} pour le projet « ${context.project} », pour les motifs suivants :`,
      ),
      ...data.reasons.map(paragraph),
      paragraph(
        'Il est pris acte de cette renonciation. Rien n’a été versé. Elle ne fait pas obstacle au dépôt d’un autre projet lors d’un prochain appel.',
      ),
    ],
    signatures: [signature(data, context)],
    notices: [contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);
