import { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { occasion } from '#workflows/seated-event/input.js';
import { seatedEventPath } from './links.js';
import type { MailTemplate } from './mail-template.js';

const settled = occasion.extend({ seats: z.number(), seated: z.number(), waiting: z.number() });
const calledOff = occasion.extend({ reason: z.string(), people: z.number() });

/** What an event with seats tells who offers it; who books hears from their own case. */
export const seatedEventMails: Readonly<Record<string, MailTemplate>> = {
  'list-settled': (data, { ref }) => {
    const { title, on, seats, seated, waiting } = settled.parse(data);
    return {
      subject: `Liste arrêtée : ${title}`,
      paragraphs: [
        `${title}, le ${frenchDate(on)} : ${seated} places tenues sur ${seats}, ${waiting} en liste d’attente.`,
        'Une place rendue d’ici là passe encore à la première personne de la liste.',
      ],
      action: { label: 'Voir la liste', path: seatedEventPath(ref) },
    };
  },
  'called-off': (data, { ref }) => {
    const { title, on, reason, people } = calledOff.parse(data);
    return {
      subject: `Annulé : ${title}`,
      paragraphs: [`${title}, le ${frenchDate(on)}, est annulé. Motif : ${reason}`, `Personnes prévenues : ${people}.`],
      action: { label: 'Voir l’événement', path: seatedEventPath(ref) },
    };
  },
};
