import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { commitmentResults } from '#workflows/directors-year/tasks/closing.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, paragraph } from './letter.js';

const committed = z.object({
  editionTitle: z.string(),
  text: z.string(),
  indicator: z.string(),
  baseline: z.string(),
  target: z.string(),
  dueOn: z.iso.date(),
  /** Left out in the draft that is read before signing. */
  signedOn: z.iso.date().optional(),
});

/** The commitment that a director signs, with the indicator that will show it. */
export const directorsCommitment = defineLetter(
  committed,
  ({ editionTitle, text, indicator, baseline, target, dueOn, signedOn }, { addressee, service }) => ({
    title: 'Mon engagement',
    blocks: [
      paragraph(`Année des directeurs d’administration centrale, ${editionTitle}.`),
      heading('Je m’engage'),
      paragraph(text),
      facts('Ce qui le montrera', [
        ['Indicateur', indicator],
        ['Aujourd’hui', baseline],
        ['Cible', target],
        ['Date', frenchDate(dueOn)],
      ]),
      paragraph('Cet engagement est relu à la fin de l’année. Le tenir, le reporter ou y renoncer sont trois résultats dont on apprend.'),
    ],
    signatures: [
      {
        capacity: addressee.body ?? 'Directeur d’administration centrale',
        name: addressee.name,
        ...(signedOn !== undefined && { note: `Signé dans le téléservice le ${frenchDate(signedOn)}` }),
      },
    ],
    notices: [contactNotice(service)],
  }),
);

const attested = z.object({
  editionTitle: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  launched: z.boolean(),
  visits: z.number().int().min(0),
  activities: z.number().int().min(0),
  commitment: z.string().optional(),
  result: z.enum(['kept', 'postponed', 'givenUp']).optional(),
});

/** What a director took part in. It says what was done, and does not list what was not. */
export const yearAttestation = defineLetter(attested, (year, { addressee, service }) => ({
  title: 'Attestation',
  blocks: [
    paragraph(
      `${service.name} atteste que ${addressee.name}${addressee.body ? `, ${addressee.body},` : ''} a suivi l’année des directeurs d’administration centrale, ${year.editionTitle}, du ${frenchDate(year.startsOn)} au ${frenchDate(year.endsOn)}.`,
    ),
    facts('Participation', [
      year.launched && ['Lancement', 'Séance suivie'],
      year.visits > 0 && ['Visites', String(year.visits)],
      year.activities > 0 && ['Ateliers et rencontres', String(year.activities)],
      year.result !== undefined && ['Engagement', commitmentResults[year.result]],
    ]),
    ...(year.commitment === undefined ? [] : [heading('Engagement'), paragraph(year.commitment)]),
  ],
  signatures: [{ capacity: 'Le responsable de programme', name: service.name }],
  notices: [contactNotice(service)],
}));
