import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { taskPath, casePath } from './links.js';
import type { MailContext, MailWording } from './mail-template.js';

/** An item that a case waits for, in words. */
export interface Awaited {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly lastDay?: CivilDate;
  /** Its last day has passed. */
  readonly overdue: boolean;
  /** A task has its own page; other items are seen on the case. */
  readonly isTask: boolean;
}

const action = ({ id, isTask }: Awaited, { ref }: MailContext): MailWording['action'] =>
  isTask ? { label: 'Répondre', path: taskPath(ref, id) } : { label: 'Voir le dossier', path: casePath(ref) };

/** Somebody is asked to do something. */
export const askedMail = (item: Awaited, context: MailContext): MailWording => ({
  subject: `À faire : ${item.label}`,
  paragraphs: [`Une action vous est demandée : ${item.label}.`, ...(item.help ? [item.help] : [])],
  lastDay: item.lastDay,
  action: action(item, context),
});

/** It has not been done yet, and there is still time. */
export const remindedMail = (item: Awaited, context: MailContext): MailWording => ({
  subject: `Rappel : ${item.label}`,
  paragraphs: [
    `Une action vous attend encore : ${item.label}.`,
    ...(item.help ? [item.help] : []),
    'Si vous venez de répondre, ne tenez pas compte de ce message.',
  ],
  lastDay: item.lastDay,
  action: action(item, context),
});

/** The last day has passed; the action is still possible. */
export const overdueMail = (item: Awaited, context: MailContext): MailWording => ({
  subject: `Délai dépassé : ${item.label}`,
  paragraphs: [
    item.lastDay
      ? `Le délai pour « ${item.label} » s’est achevé le ${frenchDate(item.lastDay)}.`
      : `Le délai pour « ${item.label} » est dépassé.`,
    'Vous pouvez encore répondre. Si une difficulté vous en empêche, écrivez au service.',
  ],
  action: action(item, context),
});

/** Who watches over the procedure is told that a last day has passed. */
export const escalatedMail = (item: Awaited, context: MailContext): MailWording => ({
  subject: `Retard signalé : ${item.label}`,
  paragraphs: [
    `Le dossier « ${context.summary.title} » est en retard : « ${item.label} »${item.lastDay ? `, attendu au plus tard le ${frenchDate(item.lastDay)},` : ''} n’a pas été fait.`,
    'Vous pouvez prolonger le délai, confier l’action à une autre personne ou relancer depuis la page du dossier.',
  ],
  action: { label: 'Voir le dossier', path: casePath(context.ref) },
});

/** A letter is ready; it is read in the application, never sent as a file. */
export const producedMail = (documentLabel: string, { ref }: MailContext): MailWording => ({
  subject: `Nouveau document : ${documentLabel}`,
  paragraphs: [`Un document est disponible sur la page de votre dossier : ${documentLabel}.`],
  action: { label: 'Lire le document', path: casePath(ref) },
});
