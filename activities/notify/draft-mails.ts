import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { draftPath } from './links.js';
import type { MailWording } from './mail-template.js';

export interface UnfiledDraft {
  readonly id: string;
  readonly title: string;
  readonly callTitle: string;
  readonly closesOn: CivilDate;
}

/** The call is about to close, and the application is not filed. */
export const closingMail = ({ id, title, callTitle, closesOn }: UnfiledDraft): MailWording => ({
  subject: `Clôture le ${frenchDate(closesOn)} : votre demande n’est pas déposée`,
  paragraphs: [
    `L’appel « ${callTitle} » reçoit les demandes jusqu’au ${frenchDate(closesOn)} inclus. Votre demande « ${title} » est encore un brouillon.`,
    'Le récapitulatif dit ce qui manque. Une demande qui n’est pas déposée à cette date ne peut pas être examinée.',
    'Si vous venez de la déposer, ou si vous y renoncez, ne tenez pas compte de ce message.',
  ],
  lastDay: closesOn,
  action: { label: 'Reprendre ma demande', path: draftPath(id) },
});
