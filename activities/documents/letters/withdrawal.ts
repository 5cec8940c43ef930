import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { frenchAmount } from '../../french-amount.js';
import { article, beneficiary, decided, grounds, signature } from './decision.js';
import { contactNotice, remediesNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, paragraph } from './letter.js';

/** A notice decides nothing yet: it has no reasons of its own. */
const { reasons: _reasons, ...noticed } = decided;
const notice = z.object({ ...noticed, unlawful: z.string(), amountCents: z.number().int().positive(), answerBy: z.iso.date() });

/** The contradictory procedure before an award is withdrawn: CRPA L121-1 and L122-1. */
export const withdrawalNotice = defineLetter(
  notice,
  (data, context) => ({
    title: 'Projet de retrait de votre subvention : vos observations',
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `Le service envisage de retirer la décision qui vous attribue une subvention de ${frenchAmount(data.amountCents)} au plus pour le projet « ${context.project} », parce qu’elle lui paraît illégale :`,
      ),
      paragraph(data.unlawful),
      heading('Ce que vous pouvez faire'),
      paragraph(
        `Présentez vos observations écrites sur la page de votre dossier, au plus tard le ${frenchDate(data.answerBy)}. Vous pouvez aussi, sur votre demande, présenter des observations orales, et vous faire assister par un conseil ou représenter par un mandataire de votre choix (article L122-1 du code des relations entre le public et l’administration).`,
      ),
      paragraph(
        'Aucune décision n’est prise à ce jour. Une décision illégale qui crée des droits ne peut être retirée que dans les quatre mois qui suivent sa signature (article L242-1 du même code).',
      ),
    ],
    signatures: [signature({ ...data, reasons: [] }, context)],
    notices: [contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);

const withdrawal = z.object({
  ...decided,
  amountCents: z.number().int().positive(),
  /** What the beneficiary holds and has to give back. */
  paidCents: z.number().int().nonnegative(),
  awardedOn: z.iso.date(),
});

/** Décision de retrait: CRPA L211-2, L211-5 and L242-1. */
export const withdrawalDecision = defineLetter(
  withdrawal,
  (data, context) => ({
    title: 'Décision de retrait d’une subvention',
    blocks: [
      ...grounds({ ...data, visas: [...data.visas, `la décision d’attribution du ${frenchDate(data.awardedOn)}`] }),
      article(
        'Article 1er',
        `La décision attribuant une subvention de ${frenchAmount(data.amountCents)} au plus à ${beneficiary(context)} pour le projet « ${context.project} » est retirée (article L242-1 du code des relations entre le public et l’administration).`,
      ),
      article(
        'Article 2',
        data.paidCents > 0
          ? `La somme de ${frenchAmount(data.paidCents)} déjà versée est reversée à l’État ; l’ordre de reversement est émis séparément.`
          : 'Rien n’a été versé : il n’y a pas lieu à reversement.',
      ),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);
