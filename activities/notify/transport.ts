import { createTransport } from 'nodemailer';
import { oneLine, type RenderedMail } from './render-mail.js';

export interface Envelope {
  readonly to: string;
  /** The same for the same mail sent again, so that a receiver can tell. */
  readonly messageId: string;
}

/** Takes a mail away, or throws. */
export type Transport = (mail: RenderedMail, envelope: Envelope) => Promise<void>;

/** The development outbox: the row in `mail` is the mail, it goes nowhere else. */
export const outbox: Transport = () => Promise.resolve();

/** A mail server, such as `smtps://user:password@smtp.exemple.gouv.fr`. `from` is the sender's address. */
export function smtp(url: string, from: string): Transport {
  // Shorter than the time an attempt of the activity may take, so that two attempts never overlap.
  const mailer = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return async ({ subject, text, html, calendar }, { to, messageId }) => {
    await mailer.sendMail({
      from,
      to: address(to),
      subject: oneLine(subject),
      text,
      html,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(calendar != null && { attachments: [invitation(calendar)] }),
    });
  };
}

const invitation = (content: string) => ({ filename: 'invitation.ics', content, contentType: 'text/calendar; charset=utf-8' });

/** One plain address: a comma or a line break would add recipients or headers. Throws RangeError. */
export function address(text: string): string {
  if (!/^[^\s,;<>"():@]+@[^\s,;<>"():@]+$/.test(text)) throw new RangeError('A recipient is not one plain e-mail address.');
  return text;
}
