import type { Instant } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt, isoParis } from '#workflows/calendar/paris-time.js';
import type { MailWording } from './mail-template.js';

export interface OpenedGlass {
  readonly by: string;
  readonly reason: string;
  readonly openedAt: Instant;
  readonly until: Instant;
}

/** To who answers for the program: an administrator has had a case opened to them. */
export const breakGlassMail = ({ by, reason, openedAt, until }: OpenedGlass): MailWording => ({
  subject: 'Accès exceptionnel à un dossier',
  paragraphs: [
    `${by}, administrateur, s’est ouvert ce dossier en lecture le ${moment(openedAt)}, jusqu’au ${moment(until)}.`,
    `Motif : ${reason}`,
    'Rien ne peut y être modifié. Chaque lecture est inscrite au journal des accès. Dites sur votre page d’accueil que vous en avez pris acte ; si cet accès vous paraît anormal, prévenez l’auditeur.',
  ],
  action: { label: 'Voir les accès exceptionnels', path: '/acces-exceptionnels' },
});

const moment = (at: Instant) => `${frenchDate(civilDateAt(at))} à ${isoParis(at).slice(11, 16).replace(':', ' h ')}`;
