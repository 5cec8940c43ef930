import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { article, beneficiary, decided, grounds, signature } from './decision.js';
import { contactNotice, remediesNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, paragraph } from './letter.js';

const notice = z.object({ reasons: z.string(), paidCents: z.number().int().nonnegative(), lastDay: z.iso.date() });

/** The contradictory procedure before a grant is taken back: CRPA L122-1, and for public bodies CE, 4 octobre 2021, n° 438695. */
export const breachNotice = defineLetter(notice, ({ reasons, paidCents, lastDay }, context) => ({
  title: 'Projet de reversement : vos observations',
  blocks: [
    paragraph('Madame, Monsieur,'),
    paragraph(
      `Le service constate que les conditions de la subvention accordée au projet « ${context.project} » ne paraissent pas tenues :`,
    ),
    paragraph(reasons),
    paragraph(
      paidCents > 0
        ? `Il envisage de retirer cette subvention en tout ou partie. ${frenchAmount(paidCents)} ont été versés à ce jour.`
        : 'Il envisage de retirer cette subvention. Rien n’a été versé à ce jour.',
    ),
    heading('Ce que vous pouvez faire'),
    paragraph(
      `Présentez vos observations écrites sur la page de votre dossier, au plus tard le ${frenchDate(lastDay)}. Vous pouvez aussi, sur votre demande, présenter des observations orales, et vous faire assister par un conseil ou représenter par un mandataire de votre choix (article L122-1 du code des relations entre le public et l’administration).`,
    ),
    paragraph('Aucune décision n’est prise à ce jour. Les versements attendent la décision.'),
  ],
  notices: [contactNotice(context.service)],
}));

const clawback = z.object({
  ...decided,
  awardedOn: z.iso.date(),
  /** What part of the grant is withdrawn; left out, all of it. */
  amountCents: z.number().int().positive().optional(),
});

/** Décision de reversement: conditions of the grant that are not kept (CRPA L242-2, 2°). */
export const clawbackDecision = defineLetter(
  clawback,
  (data, context) => ({
    title: 'Décision de reversement d’une subvention',
    blocks: [
      ...grounds({
        ...data,
        visas: [
          ...data.visas,
          'le code des relations entre le public et l’administration, notamment ses articles L122-1 et L242-2',
          `la décision d’attribution du ${frenchDate(data.awardedOn)}`,
        ],
      }),
      article(
        'Article 1er',
        data.amountCents === undefined
          ? `La subvention accordée à ${beneficiary(context)} pour le projet « ${context.project} » est retirée en totalité. Ce qui a été versé est reversé à l’État.`
          : `La subvention accordée à ${beneficiary(context)} pour le projet « ${context.project} » est retirée à hauteur de ${frenchAmount(data.amountCents)}, qui sont reversés à l’État. Le projet se poursuit.`,
      ),
      article('Article 2', 'L’ordre de reversement est émis séparément, une fois cette décision devenue définitive.'),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);
