import type { PrismaClient, Webhook, WebhookDelivery } from '#prisma/generated/client.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import { casePath } from '../notify/links.js';
import { pauseAfter } from './backoff.js';
import { type Manners, type Posted, postMessage } from './post-message.js';
import { openSecret, signatures } from './signing-secret.js';
import { type Sender, suspend } from './suspend.js';

/** Messages of one webhook under way at once: a slow receiver holds up its own messages only. */
const perWebhook = 10;
/** How long a message is one worker's: longer than a try takes. */
const leaseSeconds = 60;
/** Messages given up one after the other before a webhook is suspended. */
const mostFailures = 5;

export interface Carrier extends Sender, Manners {
  readonly prisma: PrismaClient;
  readonly keys: CodecKeys;
}

/**
 * Sends the messages that are due: of one case in the order of its entries, a message waiting for the one before until that is taken or
 * given up. Several workers share the work. Returns how many were tried.
 */
export async function carryMessages(carrier: Carrier): Promise<number> {
  const due = await take(carrier.prisma);
  if (due.length === 0) return 0;
  const webhooks = await carrier.prisma.webhook.findMany({ where: { id: { in: due.map(({ webhookId }) => webhookId) } } });
  const byId = new Map(webhooks.map((one) => [one.id, one]));
  await Promise.all(due.map((delivery) => carry(carrier, byId.get(delivery.webhookId)!, delivery)));
  return due.length;
}

/** Takes what is due for the length of a try; after a crash another worker finds it due again. */
const take = (prisma: PrismaClient) => prisma.$queryRaw<(WebhookDelivery & { id: string })[]>`
  UPDATE webhook_delivery SET attempts = attempts + 1, next_at = now() + make_interval(secs => ${leaseSeconds}) WHERE id IN (
    SELECT d.id FROM webhook w CROSS JOIN LATERAL (
      SELECT d.id FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.status = 'pending' AND d.next_at <= now()
        AND NOT EXISTS (SELECT FROM webhook_delivery e
          WHERE e.webhook_id = d.webhook_id AND e.case_ref = d.case_ref AND e.seq < d.seq AND e.status = 'pending')
      ORDER BY d.next_at LIMIT ${perWebhook} FOR UPDATE SKIP LOCKED
    ) d WHERE w.suspended_at IS NULL AND w.removed_at IS NULL)
  RETURNING id, webhook_id AS "webhookId", case_ref AS "caseRef", seq, type, procedure, at, attempts`;

async function carry(carrier: Carrier, webhook: Webhook, delivery: WebhookDelivery): Promise<void> {
  const seconds = Math.floor(Date.now() / 1_000);
  const id = `msg_${delivery.id}`;
  const body = JSON.stringify(bodyOf(delivery, carrier.baseUrl));
  const headers = {
    'user-agent': 'Jalon-Webhook/1',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures(liveSecrets(carrier.keys, webhook), id, seconds, body),
  };
  const posted = await postMessage({ url: webhook.url, headers, body }, carrier);
  await (isTaken(posted) ? markDelivered(carrier, delivery, posted.status) : markFailed(carrier, delivery, posted));
}

/** Thin: what happened to which case, when, and where it may be read by who has the right. No name, no content. */
const bodyOf = ({ type, at, caseRef, seq, procedure }: WebhookDelivery, baseUrl: string) => ({
  type,
  timestamp: at.toISOString(),
  data: { reference: caseRef, sequence: seq, procedure, link: new URL(casePath(caseRef), baseUrl).href },
});

function liveSecrets(keys: CodecKeys, webhook: Webhook): Buffer[] {
  const { id, secret, secretBy, previousSecret, previousBy, previousUntil } = webhook;
  const now = openSecret(keys, id, secret, secretBy);
  const hasPrevious = previousSecret && previousBy !== null && previousUntil && previousUntil.getTime() > Date.now();
  return hasPrevious ? [now, openSecret(keys, id, previousSecret, previousBy)] : [now];
}

const isTaken = (posted: Posted): posted is { readonly status: number } =>
  'status' in posted && posted.status >= 200 && posted.status < 300;

/** `attempts` guards against a worker that was thought dead: what another one has taken over is no longer its own. */
const own = ({ id, attempts }: WebhookDelivery) => ({ id, attempts, status: 'pending' });

async function markDelivered({ prisma }: Carrier, delivery: WebhookDelivery, answer: number): Promise<void> {
  await prisma.$transaction([
    prisma.webhookDelivery.updateMany({ where: own(delivery), data: { status: 'delivered', answer, error: null, doneAt: new Date() } }),
    prisma.webhook.update({ where: { id: delivery.webhookId }, data: { failures: 0 } }),
  ]);
}

async function markFailed(carrier: Carrier, delivery: WebhookDelivery, posted: Posted): Promise<void> {
  const answer = 'status' in posted ? posted.status : null;
  const error = 'error' in posted ? posted.error : wordsOf(posted.status);
  // The receiver says that it is gone for good (Standard Webhooks): nobody will be there the next time either.
  const isGone = answer === 410;
  const pause = isGone ? undefined : pauseAfter(delivery.attempts, Math.random());
  if (pause !== undefined) {
    const nextAt = new Date(Date.now() + pause * 1_000);
    await carrier.prisma.webhookDelivery.updateMany({ where: own(delivery), data: { answer, error, nextAt } });
    return;
  }
  await carrier.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.webhookDelivery.updateMany({
      where: own(delivery),
      data: { status: 'dead', answer, error, doneAt: new Date() },
    });
    if (count === 0) return;
    const { failures } = await transaction.webhook.update({ where: { id: delivery.webhookId }, data: { failures: { increment: 1 } } });
    if (isGone) await suspend(transaction, delivery.webhookId, 'elle répond qu’elle n’existe plus (410).', carrier);
    else if (failures >= mostFailures)
      await suspend(transaction, delivery.webhookId, `${failures} messages de suite n’ont pas pu lui être remis. ${error}`, carrier);
  });
}

const wordsOf = (status: number) =>
  status >= 300 && status < 400 ? `La réponse est une redirection (${status}), qui n’est pas suivie.` : `La réponse est ${status}.`;
