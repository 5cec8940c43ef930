import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contactNotice, remediesNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, list, paragraph } from './letter.js';

const convention = z.object({
  journey: z.string(),
  months: z.number(),
  startsOn: z.iso.date(),
  juryOn: z.iso.date(),
  track: z.string().optional(),
  followUpMonths: z.array(z.number()).min(1),
});

/** Convention tripartite: what each of the three undertakes. The period is a période de professionnalisation (décret 2007-1470) [L]. */
export const journeyConvention = defineLetter(convention, (data, { addressee }) => ({
  title: 'Convention tripartite de reconversion',
  blocks: [
    paragraph(
      `Entre ${addressee.name}, ci-après « l’agent », son administration${addressee.body ? ` (${addressee.body})` : ''}, ci-après « l’administration d’origine », et l’administration qui l’accueille en mission, ci-après « l’administration d’accueil ».`,
    ),
    heading('Article 1er – Objet'),
    paragraph(
      `L’agent suit le parcours « ${data.journey} »${data.track === undefined ? '' : ` (${data.track})`}, au titre du décret nº 2007-1470 du 15 octobre 2007.`,
    ),
    heading('Article 2 – Durée'),
    facts('Calendrier du parcours', [
      ['Premier jour', frenchDate(data.startsOn)],
      ['Durée', `${data.months} mois`],
      ['Soutenance', `${frenchDate(data.juryOn)}, sauf changement de calendrier de la promotion`],
    ]),
    heading('Article 3 – Engagements'),
    list([
      'l’agent suit les sessions, remet les livrables des jalons et rencontre son coach au moins tous les dix jours ouvrés ;',
      'l’administration d’origine libère l’agent et maintient sa rémunération pendant le parcours ;',
      'l’administration d’accueil confie une mission à l’agent, désigne un tuteur et étudie son affectation à l’issue du parcours.',
    ]),
    heading('Article 4 – Suspension et fin anticipée'),
    paragraph(
      'Le parcours peut être suspendu (maternité, maladie, nécessité de service) : les délais sont alors prolongés d’autant. Il peut prendre fin avant son terme ; les jalons validés restent acquis pendant vingt-quatre mois.',
    ),
    heading('Article 5 – Suivi'),
    paragraph(`L’agent donne de ses nouvelles ${data.followUpMonths.join(' et ')} mois après le résultat.`),
  ],
  signatures: [
    { capacity: 'L’agent,', name: addressee.name },
    { capacity: 'Pour l’administration d’origine,', name: addressee.body ?? 'Son représentant' },
    { capacity: 'Pour l’administration d’accueil,', name: 'Son représentant' },
  ],
}));

const certificate = z.object({
  kind: z.enum(['completed', 'attended']),
  journey: z.string(),
  months: z.number(),
  startsOn: z.iso.date(),
  validated: z.array(z.string()),
  track: z.string().optional(),
});

/** A proof of skills that its holder may show anywhere; a journey that was not completed tells what was acquired, and nothing else. */
export const journeyCertificate = defineLetter(certificate, (data, { addressee, on, service }) => ({
  title: data.kind === 'completed' ? 'Attestation de réussite' : 'Attestation de suivi',
  blocks: [
    paragraph(
      `${service.name} atteste que ${addressee.name} a ${data.kind === 'completed' ? 'validé' : 'suivi'} le parcours « ${data.journey} »${data.track === undefined ? '' : ` (${data.track})`}, commencé le ${frenchDate(data.startsOn)}${data.kind === 'completed' ? `, d’une durée de ${data.months} mois` : ''}.`,
    ),
    ...(data.validated.length > 0 ? [paragraph('Jalons validés :'), list(data.validated)] : []),
    paragraph(`Attestation établie le ${frenchDate(on)} pour servir et valoir ce que de droit.`),
  ],
  notices: [contactNotice(service)],
}));

const result = z.object({
  journey: z.string(),
  heldOn: z.iso.date(),
  result: z.enum(['pass', 'resit', 'fail']),
  judges: z.array(z.string()).min(1),
  why: z.string(),
  validated: z.array(z.string()),
});

/** The jury's result, with its reasons and, when the journey is not passed, the remedies. */
export const juryResult = defineLetter(
  result,
  (data, { addressee, service, nameOf }) => ({
    title: 'Résultat du jury',
    blocks: [
      paragraph(
        `Le jury du parcours « ${data.journey} » a entendu ${addressee.name} le ${frenchDate(data.heldOn)}. Il était composé de : ${data.judges.map(nameOf).join(', ')}.`,
      ),
      paragraph(`Résultat : parcours ${data.result === 'pass' ? 'validé' : 'non validé'}.`),
      heading('Appréciation'),
      paragraph(data.why),
      ...(data.validated.length > 0 ? [paragraph('Jalons validés au cours du parcours :'), list(data.validated)] : []),
    ],
    notices: [...(data.result === 'pass' ? [] : [remediesNotice('court', service)]), contactNotice(service)],
  }),
  ({ judges }) => judges,
);
