import { cohortMails } from './cohort-mails.js';
import { directorsMails } from './directors-mails.js';
import { ftapMails } from './ftap-mails.js';
import { casePath } from './links.js';
import type { MailTemplate } from './mail-template.js';
import { reconversionMails } from './reconversion-mails.js';
import { reviewMails } from './review-mails.js';
import { seatedEventMails } from './seated-event-mails.js';
import { sessionMails } from './session-mails.js';

/** Messages of each procedure, by the template that the story names in `tell`. */
export const toldMails: Readonly<Record<string, Readonly<Record<string, MailTemplate>>>> = {
  ftap: ftapMails,
  'ftap-committee': sessionMails,
  'seated-event': seatedEventMails,
  'directors-year': directorsMails,
  cohort: cohortMails,
  'reconversion-3m': reconversionMails,
  'reconversion-6m': reconversionMails,
  'reconversion-review': reviewMails,
};

/** The wording of a message; one that has none of its own says where to read what is new. */
export const toldMail = (procedure: string, template: string): MailTemplate => toldMails[procedure]?.[template] ?? somethingNew;

const somethingNew: MailTemplate = (_data, { ref, summary }) => ({
  subject: 'Votre dossier a évolué',
  paragraphs: [`Il y a du nouveau dans le dossier « ${summary.title} ». Le détail est sur la page du dossier.`],
  action: { label: 'Voir le dossier', path: casePath(ref) },
});
