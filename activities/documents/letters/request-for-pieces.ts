import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { contactNotice } from './legal-notices.js';
import { defineLetter } from './letter-kind.js';
import { heading, list, paragraph } from './letter.js';
import { piece, pieceLine } from './receipt.js';

const data = z.object({
  pieces: z.array(piece).min(1),
  /** Last day given to send them. */
  lastDay: z.iso.date(),
  /** `law`: silence would decide, and the request suspends that clock. `service`: only the service's own time stands still. */
  suspends: z.enum(['law', 'service']).default('law'),
  comment: z.string().optional(),
});

/** Demande de pièces: CRPA L114-5. */
export const requestForPieces = defineLetter(data, ({ pieces, lastDay, suspends, comment }, { project, service }) => ({
  title: 'Votre demande est incomplète : pièces à fournir',
  blocks: [
    paragraph('Madame, Monsieur,'),
    paragraph(`Pour instruire votre demande « ${project} », il nous manque les pièces suivantes, exigées par les textes en vigueur :`),
    list(pieces.map(pieceLine)),
    ...(comment ? [paragraph(comment)] : []),
    heading('Ce que vous devez faire'),
    paragraph(
      `Déposez ces pièces dans le téléservice, sur la page de votre dossier, au plus tard le ${frenchDate(lastDay)}. Vous pouvez demander une prolongation avant cette date.`,
    ),
    heading('Effet sur les délais'),
    paragraph(
      suspends === 'law'
        ? `Le délai au terme duquel le silence du service vaut décision de rejet est suspendu pendant le temps qui vous est donné. Il reprend à la réception de toutes les pièces ou, à défaut, le ${frenchDate(lastDay)} passé (article L114-5 du code des relations entre le public et l’administration).`
        : `Le délai d’instruction que s’est fixé le service est suspendu. Il reprend à la réception de toutes les pièces ou, à défaut, le ${frenchDate(lastDay)} passé.`,
    ),
    paragraph(
      'Passé cette date, votre demande est examinée en l’état ou classée sans suite. Le service ne vous demande pas ce qu’une autre administration détient déjà (article L114-8 du même code).',
    ),
  ],
  notices: [contactNotice(service)],
}));
