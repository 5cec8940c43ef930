import { randomUUID } from 'node:crypto';
import type { Prisma } from '#prisma/generated/client.js';
import type { MailWording } from '../notify/mail-template.js';
import { renderUnder } from '../notify/render-mail.js';
import { address } from '../notify/transport.js';
import { backOfficeTopics } from '../notify/waiting-mails.js';
import type { ServiceContact } from '../service-contact.js';
import { whileSuspended } from './address-news.js';

export interface Sender {
  readonly baseUrl: string;
  readonly service: ServiceContact;
}

/**
 * Stops sending to a webhook: what waits becomes dead letters, which may be replayed, and the person who answers for the account is told
 * by a mail of the same transaction. Does nothing to one that is suspended already.
 */
export async function suspend(transaction: Prisma.TransactionClient, webhookId: string, why: string, sender: Sender): Promise<void> {
  const at = new Date();
  const { count } = await transaction.webhook.updateMany({
    where: { id: webhookId, suspendedAt: null },
    data: { suspendedAt: at, suspendedWhy: why },
  });
  if (count === 0) return;
  await transaction.webhookDelivery.updateMany({
    where: { webhookId, status: 'pending' },
    data: { status: 'dead', error: whileSuspended, doneAt: at },
  });
  const { url, account } = await transaction.webhook.findUniqueOrThrow({
    where: { id: webhookId },
    include: { account: { include: { owner: true } } },
  });
  await transaction.serviceChange.create({ data: { accountId: account.id, what: 'webhookSuspended', detail: `${url}\u00a0: ${why}` } });
  const heading = { reference: account.name, line: `Compte de service « ${account.name} »`, service: sender.service };
  const mail = renderUnder(suspendedMail(account.id, new URL(url).host, why), heading, sender.baseUrl);
  const key = { topic: `${backOfficeTopics.webhooks}${webhookId}/${at.getTime()}`, recipient: address(account.owner.email) };
  await transaction.mail.createMany({
    data: { id: randomUUID(), ...key, subject: mail.subject, text: mail.text, html: mail.html },
    skipDuplicates: true,
  });
}

const suspendedMail = (accountId: string, host: string, why: string): MailWording => ({
  subject: 'Les envois vers votre système sont suspendus',
  paragraphs: [
    `Jalon n’envoie plus rien à ${host} : ${why}`,
    'Rien n’est perdu : les messages sont gardés. Une fois le système réparé, un administrateur reprend les envois et rejoue les messages, un par un ou depuis une date.',
  ],
  action: { label: 'Voir le compte de service', path: `/comptes-de-service/${accountId}` },
});
