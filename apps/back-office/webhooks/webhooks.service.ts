import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { whyNotAddress } from '#activities/webhooks/public-address.js';
import { newSigningSecret, sealSecret, secretText } from '#activities/webhooks/signing-secret.js';
import type { Prisma, ServiceAccount, Webhook } from '#prisma/generated/client.js';
import { startOfDay } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { AccountAccess } from '../service-accounts/account-access.js';
import { noteChange } from '../service-accounts/account-changes.js';
import type { NewWebhook, SigningSecret } from './webhooks.dto.js';

const mostWebhooks = 5;
/** How long two secrets sign after a rotation. */
const overlapMs = 24 * 3_600_000;

/** Sends it again from the beginning, under the id that it had: the receiver may know it already. */
const again = () => ({ status: 'pending', attempts: 0, nextAt: new Date(), doneAt: null });

/** Where an account is told what happens, and what is done about messages that could not be delivered. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly accounts: AccountAccess,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Throws `invalid` for an address that cannot be one, `accountWithoutEvents`, `tooManyWebhooks`. */
  async add(viewer: Viewer, accountId: string, { url, events }: NewWebhook): Promise<SigningSecret> {
    const { scopes } = await this.accounts.live(viewer, accountId);
    const why = whyNotAddress(url, this.environment.JALON_WEBHOOK_PRIVATE);
    if (why !== undefined) throw new Problem('invalid', { fields: { url: why } });
    if (!scopes.includes('cases:events')) throw new Problem('accountWithoutEvents');
    const id = randomUUID();
    const secret = newSigningSecret();
    await this.prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT FROM service_account WHERE id = ${accountId}::uuid FOR UPDATE`;
      if ((await transaction.webhook.count({ where: { accountId, removedAt: null } })) >= mostWebhooks)
        throw new Problem('tooManyWebhooks');
      const sealed = sealSecret(this.keys, id, secret);
      await transaction.webhook.create({ data: { id, accountId, url, events: [...new Set(events)], ...sealed } });
      await noteChange(transaction, viewer, accountId, 'webhookAdded', url);
    });
    return { webhookId: id, secret: secretText(secret) };
  }

  /** A new signing secret; the one before signs beside it for a day. */
  async rotate(viewer: Viewer, id: string): Promise<SigningSecret> {
    const { webhook, account } = await this.live(viewer, id);
    const secret = newSigningSecret();
    await this.prisma.$transaction(async (transaction) => {
      const { secret: previousSecret, secretBy: previousBy } = webhook;
      const previous = { previousSecret, previousBy, previousUntil: new Date(Date.now() + overlapMs) };
      await transaction.webhook.update({ where: { id }, data: { ...sealSecret(this.keys, id, secret), ...previous } });
      await noteChange(transaction, viewer, account.id, 'webhookSecret', webhook.url);
    });
    return { webhookId: id, secret: secretText(secret) };
  }

  /** Sends again what comes from now on; what was given up waits to be replayed. */
  async resume(viewer: Viewer, id: string): Promise<void> {
    const { webhook, account } = await this.live(viewer, id);
    await this.prisma.$transaction(async (transaction) => {
      await transaction.webhook.update({ where: { id }, data: { suspendedAt: null, suspendedWhy: null, failures: 0 } });
      await noteChange(transaction, viewer, account.id, 'webhookResumed', webhook.url);
    });
  }

  async remove(viewer: Viewer, id: string): Promise<void> {
    const { webhook, account } = await this.live(viewer, id);
    await this.prisma.$transaction(async (transaction) => {
      await transaction.webhook.update({ where: { id }, data: { removedAt: new Date() } });
      await noteChange(transaction, viewer, account.id, 'webhookRemoved', webhook.url);
    });
  }

  /** Sends again what was given up since the beginning of that day, in Paris. Returns how many. */
  async replayFrom(viewer: Viewer, id: string, from: string): Promise<number> {
    const { webhook, account } = await this.live(viewer, id);
    const where = { webhookId: id, status: 'dead', createdAt: { gte: new Date(startOfDay(from)) } };
    return this.replay(viewer, account.id, where, `${webhook.url}, depuis le ${from}`);
  }

  /** Sends one message again, also one that was taken. Throws `notFound`. */
  async replayOne(viewer: Viewer, deliveryId: string): Promise<number> {
    const delivery = await this.prisma.webhookDelivery.findUnique({ where: { id: deliveryId } });
    if (!delivery) throw notFound();
    const { account } = await this.live(viewer, delivery.webhookId);
    const where = { id: deliveryId, status: { not: 'pending' } };
    return this.replay(viewer, account.id, where, `${delivery.caseRef}, écriture ${delivery.seq}`);
  }

  /** The account of a webhook that is not removed. Throws `notFound` for one that does not concern the viewer. */
  async live(viewer: Viewer, id: string): Promise<{ readonly webhook: Webhook; readonly account: ServiceAccount }> {
    const webhook = await this.prisma.webhook.findFirst({ where: { id, removedAt: null } });
    if (!webhook) throw notFound();
    return { webhook, account: await this.accounts.read(viewer, webhook.accountId) };
  }

  private replay(viewer: Viewer, accountId: string, where: Prisma.WebhookDeliveryWhereInput, detail: string): Promise<number> {
    return this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.webhookDelivery.updateMany({ where, data: again() });
      if (count > 0) await noteChange(transaction, viewer, accountId, 'replayed', detail);
      return count;
    });
  }

  /** Read when it is needed: what only describes the API has no keys. */
  private get keys() {
    return readCodecKeys(this.environment.JALON_CODEC_KEYS);
  }
}
