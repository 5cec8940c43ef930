import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contestable, type Contestable } from '#workflows/reconversion/tasks/appeal.js';
import { article, decided, grounds, signature } from './decision.js';
import { contactNotice, courtNotice, remediesNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { paragraph } from './letter.js';

const refusal = z.object({ ...decided, journey: z.string() });

/** A candidate who is not retained reads why, and how to contest it (CRPA L211-5, CJA R421-5). */
export const selectionRefusal = defineLetter(
  refusal,
  (data, context) => ({
    title: 'Décision sur votre candidature',
    blocks: [
      ...grounds(data),
      article('Article unique', `La candidature de ${context.addressee.name} au parcours « ${data.journey} » n’est pas retenue.`),
      paragraph('Cette décision ne fait pas obstacle à une nouvelle candidature.'),
    ],
    signatures: [signature(data, context)],
    notices: [remediesNotice(data.remedies, context.service), contactNotice(context.service)],
  }),
  ({ decidedBy }) => [decidedBy],
);

const answer = z.object({
  ...decided,
  against: z.enum(Object.keys(contestable) as [Contestable, ...Contestable[]]),
  lodgedOn: z.iso.date(),
  verdict: z.enum(['confirm', 'annul']),
});

/** By others than those who decided: another jury, or the direction. */
export const journeyAppealDecision = defineLetter(
  answer,
  (data, context) => {
    const what = contestable[data.against].replace('votre', 'sa');
    const confirmed = data.verdict === 'confirm';
    return {
      title: confirmed ? 'Votre recours est rejeté' : 'Votre recours est accueilli',
      blocks: [
        paragraph(`Par un recours du ${frenchDate(data.lodgedOn)}, ${context.addressee.name} conteste ${what}.`),
        ...grounds(data),
        confirmed
          ? article('Article unique', 'Le recours est rejeté : la décision contestée est confirmée.')
          : article('Article unique', 'La décision contestée est annulée et remplacée par une décision favorable.'),
      ],
      signatures: [signature(data, context)],
      notices: [...(confirmed ? [courtNotice(context.service)] : []), contactNotice(context.service)],
    };
  },
  ({ decidedBy }) => [decidedBy],
);
