import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contactNotice, silenceNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, list, paragraph } from './letter.js';

/** A document that a text or the call requires. */
export const piece = z.object({ label: z.string(), basis: z.string().optional() });

const data = z.object({
  receivedOn: z.iso.date(),
  /** What silence will mean; left out where the law knows no implicit decision (between services of the State). */
  implicitDecision: z.object({ on: z.iso.date(), direction: z.enum(['rejection', 'acceptance']) }).optional(),
  missingPieces: z.array(piece).default([]),
});

/** Accusé de réception: CRPA L112-3 and R112-5. */
export const receipt = defineLetter(
  data,
  ({ receivedOn, implicitDecision, missingPieces }, { project, reference, service, addressee }) => ({
    title: 'Accusé de réception de votre demande',
    blocks: [
      paragraph('Madame, Monsieur,'),
      paragraph(
        `Votre demande a été reçue le ${frenchDate(receivedOn)}. Elle est enregistrée sous le numéro ${reference}, à rappeler dans tous vos échanges avec le service.`,
      ),
      facts('Votre demande', [
        ['Projet', project],
        addressee.body !== undefined && ['Organisme', addressee.body],
        ['Date de réception', frenchDate(receivedOn)],
        ['Service chargé du dossier', `${service.name}, ${service.address.join(', ')}`],
        ['Contact', `${service.email}, ${service.phone}`],
      ]),
      ...(missingPieces.length > 0
        ? [heading('Pièces manquantes'), paragraph('Votre demande est incomplète. Il y manque :'), list(missingPieces.map(pieceLine))]
        : [paragraph('Le service vérifie maintenant que votre demande est complète. S’il y manque une pièce, il vous l’écrira.')]),
    ],
    notices: [...(implicitDecision ? [silenceNotice(implicitDecision, service)] : []), contactNotice(service)],
  }),
);

/** `un relevé d’identité bancaire (article 3 du décret …)`. */
export const pieceLine = ({ label, basis }: z.infer<typeof piece>): string => (basis ? `${label} (${basis})` : label);
