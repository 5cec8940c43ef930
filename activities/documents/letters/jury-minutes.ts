import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { results } from '#workflows/cohort/tasks/jury.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, list, paragraph, table } from './letter.js';

const participant = z.object({
  owner: z.string(),
  ref: z.string(),
  judges: z.array(z.string()),
  recused: z.array(z.string()),
  result: z.enum(Object.keys(results) as [keyof typeof results]),
  why: z.string(),
});

const data = z.object({
  title: z.string(),
  heldOn: z.iso.date(),
  present: z.array(z.string()),
  absent: z.array(z.string()),
  quorum: z.number(),
  participants: z.array(participant),
});

/** R7: who was there, who judged whom, who stood aside, and what was decided. */
export const juryMinutes = defineLetter(
  data,
  ({ title, heldOn, present, absent, quorum, participants }, { nameOf }) => {
    const names = (people: readonly string[]) => (people.length === 0 ? 'personne' : people.map(nameOf).join(', '));
    return {
      title: 'Procès-verbal du jury',
      addressee: [],
      blocks: [
        paragraph(`Le jury de la cohorte « ${title} » s’est réuni le ${frenchDate(heldOn)}.`),
        facts('Présences', [
          ['Présents', names(present)],
          ['Absents', names(absent)],
          ['Quorum', `${String(Math.round(quorum * 100))} % des membres qui peuvent juger chaque participant`],
        ]),
        heading('Résultats'),
        table(
          'Participants entendus',
          ['Participant', 'Dossier', 'Résultat'],
          participants.map(({ owner, ref, result }) => [nameOf(owner), ref, results[result]]),
        ),
        ...participants.flatMap(({ owner, judges, recused, result, why }) => [
          heading(nameOf(owner)),
          list([
            `Ont jugé : ${names(judges)}.`,
            recused.length === 0 ? 'Aucun membre ne s’est déporté.' : `Ne jugeaient pas ce participant : ${names(recused)}.`,
            `${results[result]}. Motif : ${why}`,
          ]),
        ]),
      ],
    };
  },
  ({ present, absent, participants }) => [
    ...new Set([...present, ...absent, ...participants.flatMap(({ owner, judges, recused }) => [owner, ...judges, ...recused])]),
  ],
);
