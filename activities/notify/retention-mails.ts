import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { casePath } from './links.js';
import type { MailWording } from './mail-template.js';

/** Begins the topic of every mail that announces the end of a case; they go with the case's content. */
export const retentionTopic = (ref: string): string => `retention/${ref}/`;

/** The case is about to reach the end of its retention: to its owner and to who answers for the program. */
export const endOfRetentionMail = (ref: string, keptUntil: CivilDate, rule: string): MailWording => ({
  subject: `Fin de conservation le ${frenchDate(keptUntil)}`,
  paragraphs: [
    `Ce dossier est conservé jusqu’au ${frenchDate(keptUntil)} : ${rule}. Passé ce jour, et sous le visa des archives, son contenu sera détruit et ne pourra plus être lu par personne.`,
    'Si vous voulez en garder la preuve, exportez-le d’ici là depuis sa page.',
    'Si un litige le concerne, dites-le au service : sa conservation sera suspendue.',
  ],
  action: { label: 'Ouvrir le dossier', path: casePath(ref) },
});
