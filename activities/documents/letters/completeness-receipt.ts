import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, list, paragraph } from './letter.js';
import { piece, pieceLine } from './receipt.js';

const data = z.object({
  completeOn: z.iso.date(),
  /** Pieces that are not essential: their absence blocks nothing (CRPA L114-5-1). */
  missingPieces: z.array(piece).default([]),
  /** The service said nothing in time: the request is admissible by law (décret 2018-514, art. 4). */
  deemed: z.boolean().default(false),
});

/** The request is complete and admissible, and what could still be sent is recalled. */
export const completenessReceipt = defineLetter(data, ({ completeOn, missingPieces, deemed }, { project, service }) => ({
  title: deemed ? 'Votre demande est réputée recevable' : 'Votre demande est complète et recevable',
  blocks: [
    paragraph('Madame, Monsieur,'),
    paragraph(
      deemed
        ? `Le délai de deux mois dans lequel le service devait se prononcer est passé : votre demande « ${project} » est réputée recevable depuis le ${frenchDate(completeOn)} (article 4 du décret nº 2018-514 du 25 juin 2018). Son instruction commence.`
        : `Votre demande « ${project} » est complète et recevable au ${frenchDate(completeOn)}. Son instruction commence.`,
    ),
    ...(missingPieces.length > 0
      ? [
          heading('Pièces que vous pouvez encore fournir'),
          paragraph(
            'Ces pièces manquent. Leur absence n’empêche pas l’instruction (article L114-5-1 du code des relations entre le public et l’administration) ; elles peuvent l’éclairer. Adressez-les au service par la messagerie du dossier :',
          ),
          list(missingPieces.map(pieceLine)),
        ]
      : []),
    paragraph('Cette lettre ne vaut pas promesse de subvention.'),
  ],
  notices: [contactNotice(service)],
}));
