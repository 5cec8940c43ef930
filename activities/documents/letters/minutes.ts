import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { committeeResults } from '#workflows/ftap/tasks/committee.js';
import { frenchAmount } from '../../french-amount.js';
import { defineLetter, type LetterContext } from './letter-kind.js';
import { type Block, facts, heading, list, paragraph, table } from './letter.js';

const opinion = z.discriminatedUnion('result', [
  z.object({ result: z.literal('favourable'), amountCents: z.number() }),
  z.object({ result: z.literal('reserved'), amountCents: z.number(), reserves: z.string() }),
  z.object({ result: z.literal('postponed'), why: z.string() }),
  z.object({ result: z.literal('waitingList'), rank: z.number(), amountCents: z.number() }),
  z.object({ result: z.literal('unfavourable'), why: z.string() }),
]);

const heardCase = z.object({
  ref: z.string(),
  title: z.string(),
  bodyName: z.string(),
  requestedCents: z.number(),
  marks: z.object({
    count: z.number(),
    average: z.number().optional(),
    favourable: z.number(),
    reserved: z.number(),
    unfavourable: z.number(),
  }),
  quorum: z.object({ sitting: z.number(), needed: z.number(), present: z.number(), reached: z.boolean() }),
  recused: z.array(z.string()),
  opinion,
});

const data = z.object({
  callTitle: z.string(),
  metOn: z.iso.date(),
  shortNotice: z.string().optional(),
  presiding: z.string(),
  secretary: z.string(),
  present: z.array(z.string()),
  absent: z.array(z.string()),
  quorum: z.number(),
  envelopeLeftCents: z.number(),
  proposedCents: z.number(),
  cases: z.array(heardCase).min(1),
  signedOn: z.iso.date().optional(),
});

type HeardCase = z.infer<typeof heardCase>;

/** F4: who was there, who stood aside, and what was said of each case. Nobody's own marks stand in it: only their average. */
const minutesLetter = (draft: boolean) =>
  defineLetter(
    data,
    (given, context) => ({
      title: draft ? 'Projet de procès-verbal du comité de sélection' : 'Procès-verbal du comité de sélection',
      addressee: [],
      blocks: [
        ...attendance(given, context),
        heading('Classement et avis'),
        table(
          'Dossiers dans l’ordre de la moyenne des notes',
          ['Dossier', 'Moyenne', 'Avis', 'Proposé'],
          given.cases.map((one) => [
            one.title,
            average(one),
            committeeResults[one.opinion.result],
            'amountCents' in one.opinion ? frenchAmount(one.opinion.amountCents) : '–',
          ]),
        ),
        paragraph(
          `Total proposé : ${frenchAmount(given.proposedCents)}, pour ${frenchAmount(given.envelopeLeftCents)} disponibles sur l’enveloppe de l’appel.`,
        ),
        ...given.cases.flatMap((one) => deliberation(one, context)),
      ],
      signatures: draft
        ? []
        : [
            {
              capacity: 'Pour le comité, la présidence de séance,',
              name: context.nameOf(given.presiding),
              ...(given.signedOn && { note: `Procès-verbal signé dans le téléservice le ${frenchDate(given.signedOn)}` }),
            },
          ],
      notices: [
        {
          title: 'Portée de ces avis',
          blocks: [
            paragraph(
              draft
                ? 'Ce projet n’a pas de valeur tant qu’il n’est pas signé.'
                : 'Le comité propose, l’ordonnateur décide. Ces avis ne sont pas des décisions : ils ne créent aucun droit et ne peuvent pas être contestés pour eux-mêmes.',
            ),
          ],
        },
      ],
    }),
    ({ presiding, secretary, present, absent, cases }) => [
      ...new Set([presiding, secretary, ...present, ...absent, ...cases.flatMap(({ recused }) => recused)]),
    ],
  );

function attendance(given: z.infer<typeof data>, { nameOf }: LetterContext): Block[] {
  const names = (people: readonly string[]) => (people.length === 0 ? 'personne' : people.map(nameOf).join(', '));
  return [
    paragraph(`Le comité de sélection de l’appel « ${given.callTitle} » s’est réuni le ${frenchDate(given.metOn)}.`),
    facts('Présences', [
      ['Présidence', nameOf(given.presiding)],
      ['Présents', names(given.present)],
      ['Absents', names(given.absent)],
      ['Secrétariat', nameOf(given.secretary)],
      ['Quorum', `${String(Math.round(given.quorum * 100))} % des membres qui ne se déportent pas, dossier par dossier`],
      given.shortNotice !== undefined && ['Convocation à délai réduit', given.shortNotice],
    ]),
  ];
}

function deliberation(one: HeardCase, { nameOf }: LetterContext): Block[] {
  const { marks, quorum, recused } = one;
  const standAside =
    recused.length === 0
      ? 'Aucun membre ne s’est déporté.'
      : `Se sont déportés, n’ont ni lu le dossier ni pris part à l’avis : ${recused.map(nameOf).join(', ')}.`;
  return [
    heading(`${one.title} – ${one.bodyName}`),
    list([
      `Dossier ${one.ref} : ${frenchAmount(one.requestedCents)} demandés. ${standAside}`,
      `Quorum : ${quorum.needed} sur ${quorum.sitting} ; présents : ${quorum.present}. ${quorum.reached ? 'Le quorum est atteint.' : 'Le quorum n’est pas atteint.'}`,
      marks.count === 0
        ? 'Aucune note n’a été donnée.'
        : `Notes : ${marks.count}, moyenne ${average(one)} ; avis favorables ${marks.favourable}, avec réserves ${marks.reserved}, défavorables ${marks.unfavourable}.`,
    ]),
    paragraph(`Avis : ${said(one)}`),
  ];
}

function said({ opinion: given }: HeardCase): string {
  switch (given.result) {
    case 'favourable':
      return `favorable, pour ${frenchAmount(given.amountCents)}.`;
    case 'reserved':
      return `favorable avec réserves, pour ${frenchAmount(given.amountCents)}. Réserves : ${given.reserves}`;
    case 'postponed':
      return `ajourné. Motif : ${given.why}`;
    case 'waitingList':
      return `liste d’attente, au rang ${given.rank}, pour ${frenchAmount(given.amountCents)}.`;
    case 'unfavourable':
      return `défavorable. Motifs : ${given.why}`;
  }
}

const average = ({ marks }: HeardCase): string => (marks.average === undefined ? '–' : `${String(marks.average).replace('.', ',')} / 20`);

export const draftMinutes = minutesLetter(true);
export const minutes = minutesLetter(false);
