import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contactNotice, silenceNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { facts, heading, list, paragraph, type Letter } from './letter.js';

/** A document that a text or the call requires. */
export const piece = z.object({ label: z.string(), basis: z.string().optional() });

const data = z.object({
  receivedOn: z.iso.date(),
  /** `law`: the acknowledgement of CRPA L112-3. `service`: a plain notice, between administrations. */
  regime: z.enum(['law', 'service']).default('law'),
  /** What silence will mean; left out where the law knows no implicit decision (between services of the State). */
  implicitDecision: z.object({ on: z.iso.date(), direction: z.enum(['rejection', 'acceptance']), basis: z.string().optional() }).optional(),
  /** The day at whose end the request is deemed admissible, where a text says so. */
  deemedAdmissibleOn: z.iso.date().optional(),
  missingPieces: z.array(piece).default([]),
});

/** Accusé de réception: CRPA L112-3 and R112-5. */
export const receipt = defineLetter(
  data,
  ({ receivedOn, regime, implicitDecision, deemedAdmissibleOn, missingPieces }, { project, reference, service, addressee }) => ({
    title: regime === 'law' ? 'Accusé de réception de votre demande' : 'Enregistrement de votre demande',
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
    notices: [
      ...(deemedAdmissibleOn ? [admissibilityNotice(deemedAdmissibleOn)] : []),
      ...(implicitDecision ? [silenceNotice(implicitDecision, service)] : []),
      contactNotice(service),
    ],
  }),
);

const admissibilityNotice = (day: string): Letter['notices'][number] => ({
  title: 'Recevabilité de votre demande',
  blocks: [
    paragraph(
      `Le service vous dit si votre demande est recevable au plus tard le ${frenchDate(day)}. Sans réponse à cette date, elle est réputée recevable (article 4 du décret nº 2018-514 du 25 juin 2018). Cela ne vaut pas promesse de subvention.`,
    ),
  ],
});

/** `un relevé d’identité bancaire (article 3 du décret …)`. */
export const pieceLine = ({ label, basis }: z.infer<typeof piece>): string => (basis ? `${label} (${basis})` : label);
