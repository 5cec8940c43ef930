import { createHash, randomUUID } from 'node:crypto';
import type { PrismaClient } from '#prisma/generated/client.js';
import type { Recipient } from './recipients.js';
import type { RenderedMail } from './render-mail.js';
import { address, type Transport } from './transport.js';

/** An entry of a case, or a topic of its own such as `draft/<id>/closing-2026-03-12/10`. */
export type MailAbout = { readonly ref: string; readonly seq: number } | { readonly topic: string };

export interface Postman {
  /**
   * Sends a mail about an entry or a topic to each recipient, once: what has left is never sent again. Tries all of them, then throws
   * if one could not be sent.
   */
  send(about: MailAbout, recipients: readonly Recipient[], mail: RenderedMail): Promise<void>;
}

/** `host` names the sender in message ids. */
export function postman(prisma: PrismaClient, transport: Transport, host: string): Postman {
  async function sendOne(about: MailAbout, { email }: Recipient, mail: RenderedMail): Promise<void> {
    const recipient = address(email);
    const key = 'topic' in about ? { ...about, recipient } : { caseRef: about.ref, seq: about.seq, recipient };
    // The first wording stays, whatever a later release would write.
    await prisma.mail.createMany({ data: { id: randomUUID(), ...key, ...mail }, skipDuplicates: true });
    const row = await prisma.mail.findUniqueOrThrow({ where: 'topic' in key ? { topic_recipient: key } : { caseRef_seq_recipient: key } });
    if (row.sentAt) return;
    await transport(row, { to: recipient, messageId: messageId(about, recipient, host) });
    await prisma.mail.update({ where: { id: row.id }, data: { sentAt: new Date() } });
  }

  return {
    async send(about, recipients, mail) {
      const results = await Promise.allSettled(recipients.map((recipient) => sendOne(about, recipient, mail)));
      const failures = results.filter((result) => result.status === 'rejected');
      if (failures.length > 0)
        throw new AggregateError(
          failures.map(({ reason }) => reason as unknown),
          `${failures.length} of ${recipients.length} mails could not be sent: ${String(failures[0]!.reason)}`,
        );
    },
  };
}

function messageId(about: MailAbout, recipient: string, host: string): string {
  const subject = 'topic' in about ? about.topic.replaceAll('/', '.') : `${about.ref}.${about.seq}`;
  const digest = createHash('sha256').update(recipient).digest('hex').slice(0, 16);
  return `<${subject}.${digest}@${host}>`;
}
