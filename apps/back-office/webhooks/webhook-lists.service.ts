import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '#activities/webhooks/event-types.js';
import { Prisma } from '#prisma/generated/client.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import type { DeliveriesQuery, DeliveryPage, DeliveryView, WebhookView } from './webhooks.dto.js';

const { sql } = Prisma;

interface StoredDelivery {
  id: string;
  case_ref: string;
  seq: number;
  type: WebhookEvent;
  at: Date;
  status: DeliveryView['status'];
  attempts: number;
  next_at: Date;
  done_at: Date | null;
  answer: number | null;
  error: string | null;
  sort_value: string;
}

const newest: SortKey = { expression: sql`d.created_at`, type: 'timestamptz' };
const id = sql`d.id::text`;

/** What is seen of webhooks and of the messages to them. */
@Injectable()
export class WebhookListsService {
  constructor(private readonly prisma: PrismaService) {}

  /** The webhooks of an account. */
  async of(accountId: string): Promise<WebhookView[]> {
    const webhooks = await this.prisma.webhook.findMany({ where: { accountId, removedAt: null }, orderBy: { createdAt: 'asc' } });
    const counts = await this.prisma.webhookDelivery.groupBy({
      by: ['webhookId', 'status'],
      where: { webhookId: { in: webhooks.map((one) => one.id) } },
      _count: true,
    });
    return webhooks.map(({ id: webhookId, url, events, createdAt, previousUntil, suspendedAt, suspendedWhy }): Fields<WebhookView> => {
      const count = (status: string) => counts.find((one) => one.webhookId === webhookId && one.status === status)?._count ?? 0;
      return {
        id: webhookId,
        url,
        events: events as WebhookEvent[],
        createdAt: createdAt.toISOString(),
        ...(previousUntil && previousUntil > new Date() && { previousUntil: previousUntil.toISOString() }),
        ...(suspendedAt && { suspendedAt: suspendedAt.toISOString() }),
        ...(suspendedAt && suspendedWhy !== null && { suspendedWhy }),
        pending: count('pending'),
        delivered: count('delivered'),
        dead: count('dead'),
      };
    });
  }

  /** How many messages of each account were given up. */
  async deadLetters(accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.prisma.$queryRaw<{ account_id: string; count: number }[]>`
      SELECT w.account_id, count(*)::int AS count FROM webhook w JOIN webhook_delivery d ON d.webhook_id = w.id
      WHERE w.account_id = ANY (${[...accountIds]}::uuid[]) AND w.removed_at IS NULL AND d.status = 'dead' GROUP BY w.account_id`;
    return new Map(rows.map(({ account_id, count }) => [account_id, count]));
  }

  /** Messages to one webhook, the latest first. */
  async deliveries(webhookId: string, { status, cursor, limit = 25 }: DeliveriesQuery): Promise<DeliveryPage> {
    const rows = await this.prisma.$queryRaw<StoredDelivery[]>`
      SELECT d.*, d.created_at::text AS sort_value FROM webhook_delivery d
      WHERE d.webhook_id = ${webhookId}::uuid AND ${status === undefined ? sql`TRUE` : sql`d.status = ${status}`}
        AND ${after(newest, id, 'desc', cursor)} ${inOrder(newest, id, 'desc')} LIMIT ${limit + 1}`;
    const { shown, ...rest } = page(rows, limit, (row) => row.id);
    return { items: shown.map(deliveryView), ...rest };
  }
}

const deliveryView = (row: StoredDelivery): Fields<DeliveryView> => ({
  id: row.id,
  reference: row.case_ref,
  sequence: row.seq,
  type: row.type,
  at: row.at.toISOString(),
  status: row.status,
  attempts: row.attempts,
  ...(row.status === 'pending' && { nextAt: row.next_at.toISOString() }),
  ...(row.done_at && { doneAt: row.done_at.toISOString() }),
  ...(row.answer !== null && { answer: row.answer }),
  ...(row.error !== null && { error: row.error }),
});
