import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contestable, type Contestable } from '#workflows/ftap/tasks/appeal.js';
import { article, beneficiary, decided, grounds, signature } from './decision.js';
import { appealSilenceNotice, contactNotice, courtNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { paragraph } from './letter.js';

const against = z.enum(Object.keys(contestable) as [Contestable, ...Contestable[]]);

const receipt = z.object({
  against,
  receivedOn: z.iso.date(),
  remedies: z.enum(['court', 'arbitration']),
  /** Left out where silence rejects nothing. */
  silence: z.object({ on: z.iso.date(), basis: z.string().optional() }).optional(),
});

/** Accusé de réception d’un recours gracieux: CRPA L112-3 and L411-2. */
export const appealReceipt = defineLetter(receipt, ({ receivedOn, remedies, silence, ...appeal }, { project, service }) => ({
  title: remedies === 'court' ? 'Accusé de réception de votre recours' : 'Votre demande d’arbitrage est enregistrée',
  blocks: [
    paragraph('Madame, Monsieur,'),
    paragraph(
      `Vous contestez ${contestable[appeal.against]} pour le projet « ${project} ». Votre ${remedies === 'court' ? 'recours gracieux' : 'demande'} a été ${remedies === 'court' ? 'reçu' : 'reçue'} le ${frenchDate(receivedOn)}.`,
    ),
    paragraph(
      remedies === 'court'
        ? 'Une personne qui n’a pas participé à l’instruction de votre demande l’examine ; l’autorité qui attribue les subventions vous répond.'
        : 'Une personne qui n’a pas participé à l’instruction de votre demande l’examine ; la direction du service arbitre et vous répond.',
    ),
  ],
  notices: [...(silence ? [appealSilenceNotice(silence, service)] : []), contactNotice(service)],
}));

const answer = z.object({ ...decided, against, lodgedOn: z.iso.date(), verdict: z.enum(['confirm', 'annul']) });

/** The authority's answer, with what is left to the applicant: the judge. */
export const appealDecision = defineLetter(
  answer,
  (data, context) => {
    const what = contestable[data.against];
    const confirmed = data.verdict === 'confirm';
    return {
      title: confirmed ? 'Votre recours est rejeté' : 'Votre recours est accueilli',
      blocks: [
        paragraph(
          `Par un recours du ${frenchDate(data.lodgedOn)}, ${beneficiary(context)} conteste ${what} pour le projet « ${context.project} ».`,
        ),
        ...grounds(data),
        confirmed
          ? article('Article unique', `Le recours est rejeté : la décision contestée, ${what}, est confirmée.`)
          : article('Article unique', `La décision contestée, ${what}, est annulée. Elle fera l’objet d’une nouvelle décision.`),
      ],
      signatures: [signature(data, context)],
      notices: [...(confirmed && data.remedies === 'court' ? [courtNotice(context.service)] : []), contactNotice(context.service)],
    };
  },
  ({ decidedBy }) => [decidedBy],
);

const reasons = z.object({ ...decided, bornOn: z.iso.date() });

/** Communication des motifs d’une décision implicite de rejet: CRPA L232-4. */
export const reasonsOfSilence = defineLetter(
  reasons,
  (data, context) => ({
    title: 'Motifs du rejet implicite de votre demande',
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `Vous avez demandé les motifs de la décision implicite de rejet née le ${frenchDate(data.bornOn)} sur votre demande « ${context.project} ». Les voici :`,
      ),
      ...data.reasons.map(paragraph),
      paragraph(
        'Le délai pour contester cette décision est prorogé : il court pendant deux mois francs à compter de cette communication (article L232-4 du code des relations entre le public et l’administration).',
      ),
    ],
    signatures: [signature(data, context)],
    notices: [contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);
