import { frenchDay } from '#workflows/calendar/french.js';
import { startOfDay } from '#workflows/calendar/paris-time.js';
import { type CalendarDate, icalendar } from '../icalendar/icalendar.js';
import { typeset } from '../typeset.js';
import type { ServiceContact } from '../service-contact.js';
import type { MailContext, MailWording } from './mail-template.js';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** An iCalendar file that goes with it. */
  readonly calendar?: string | null;
}

/** What a mail is about: a case, or an application that is not one yet. */
export interface MailHeading {
  /** Ends the subject, such as « dossier FTAP-2026-000123 ». */
  readonly reference: string;
  /** Stands above the text. */
  readonly line: string;
  readonly service: ServiceContact;
}

/** A mail about a case. */
export const renderMail = (wording: MailWording, context: MailContext, baseUrl: string): RenderedMail => ({
  ...renderUnder(wording, { reference: `dossier ${context.ref}`, line: caseLine(context), service: context.service }, baseUrl),
  ...(wording.date && { calendar: calendarOf(wording.date, wording.action?.path, context, baseUrl) }),
});

const calendarOf = (date: CalendarDate, path: string | undefined, { on, at, service }: MailContext, baseUrl: string): string =>
  icalendar([{ ...date, ...(path !== undefined && { url: new URL(path, baseUrl).href }) }], {
    name: service.name,
    host: new URL(baseUrl).hostname,
    writtenAt: at ?? startOfDay(on),
  });

/** A mail as plain text and as HTML: the State, the service, what it is about, one action, its last day, whom to ask. */
export function renderUnder(wording: MailWording, heading: MailHeading, baseUrl: string): RenderedMail {
  const mail: MailWording = {
    ...wording,
    subject: typeset(oneLine(`${wording.subject} – ${heading.reference}`)),
    paragraphs: wording.paragraphs.map(typeset),
  };
  const link = mail.action && new URL(mail.action.path, baseUrl).href;
  return { subject: mail.subject, text: asText(mail, heading, link), html: asHtml(mail, heading, link) };
}

/** A header is one line: a line break in a title must not begin another header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const caseLine = ({ ref, procedure, summary }: MailContext) => `Dossier nº ${ref} : ${summary.title} (${procedure})`;
const dueLine = ({ lastDay }: MailWording) => lastDay && typeset(`À faire au plus tard le ${frenchDay(lastDay)}, minuit (heure de Paris).`);
const contactLines = ({ service }: MailHeading) => [service.name, ...service.address, service.email, service.phone];
const noReply = 'Ce message est envoyé automatiquement ; n’y répondez pas. Pour toute question :';

function asText(mail: MailWording, heading: MailHeading, link: string | undefined): string {
  return [
    'RÉPUBLIQUE FRANÇAISE\nLiberté, Égalité, Fraternité',
    heading.service.name,
    typeset(heading.line),
    'Bonjour,',
    ...mail.paragraphs,
    dueLine(mail),
    link && typeset(`${mail.action!.label} : ${link}`),
    typeset(noReply),
    contactLines(heading).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function asHtml(mail: MailWording, heading: MailHeading, link: string | undefined): string {
  const due = dueLine(mail);
  const [name, ...contact] = contactLines(heading).map(escaped);
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(mail.subject)}</title></head>
<body style="margin:0;background:#f6f6f6;font-family:Marianne,Arial,sans-serif;font-size:16px;line-height:1.5;color:#161616">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff">
<p style="margin:0;padding-left:12px;border-left:6px solid #000091;font-weight:bold;line-height:1.2">RÉPUBLIQUE<br>FRANÇAISE</p>
<p style="margin:4px 0 0;padding-left:18px;font-size:12px;font-style:italic;line-height:1.3">Liberté<br>Égalité<br>Fraternité</p>
<p style="margin:16px 0 0;font-weight:bold">${name}</p>
<p style="margin:0 0 24px;color:#5b5b5b;font-size:14px">${escaped(typeset(heading.line))}</p>
<p>Bonjour,</p>
${mail.paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}
${due ? `<p style="padding:12px 16px;background:#eeeeee;font-weight:bold">${escaped(due)}</p>` : ''}
${link ? `<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:10px 20px;background:#000091;color:#ffffff;text-decoration:none">${escaped(typeset(mail.action!.label))}</a></p>` : ''}
<p style="margin-top:32px;padding-top:16px;border-top:1px solid #dddddd;color:#5b5b5b;font-size:14px">${escaped(typeset(noReply))}<br>${[name, ...contact].join('<br>')}</p>
</div>
</body>
</html>
`.replace(/\n{2,}/g, '\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);
