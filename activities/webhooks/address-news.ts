import { randomUUID } from 'node:crypto';
import { Prisma, type PrismaClient } from '#prisma/generated/client.js';
import { personalProcedures } from '#workflows/catalogue.js';
import type { Entry } from '#workflows/kit/journal.js';
import { covers } from '#workflows/kit/perimeter.js';
import { eventOf } from './event-types.js';

const { sql, join } = Prisma;
const atOnce = 500;

interface News {
  case_ref: string;
  seq: number;
  /** None for a case that has been destroyed in the meantime. */
  entry: Entry | null;
  at: Date | null;
  procedure: string | null;
  call_id: string | null;
}

/**
 * Turns committed entries into messages to the webhooks that want them, some at a time. Whom it concerns is looked up in the same
 * transaction that takes the entry off the list, so that a crash neither loses nor doubles one. Returns how many entries it took.
 */
export async function addressNews(prisma: PrismaClient): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    const news = await transaction.$queryRaw<News[]>`
      SELECT n.case_ref, n.seq, j.entry, j.at, c.procedure, c.call_id
      FROM (SELECT * FROM webhook_news ORDER BY case_ref, seq LIMIT ${atOnce} FOR UPDATE SKIP LOCKED) n
      LEFT JOIN journal j ON j.case_ref = n.case_ref AND j.seq = n.seq LEFT JOIN case_file c ON c.ref = n.case_ref`;
    if (news.length === 0) return 0;
    const webhooks = await transaction.webhook.findMany({
      where: { removedAt: null, account: { endedAt: null, agreedAt: { not: null }, scopes: { has: 'cases:events' } } },
      include: { account: { select: { procedure: true, callId: true } } },
    });
    const deliveries = news.flatMap(({ case_ref: caseRef, seq, entry, at, procedure, call_id: callId }) => {
      const type = entry ? eventOf(entry) : undefined;
      if (type === undefined || !at || procedure === null || personalProcedures.includes(procedure)) return [];
      return webhooks
        .filter(({ events, createdAt, account }) => {
          const isWithin = account.procedure === null || covers(account.procedure, procedure);
          // A past that is only now put into the record, such as a demonstration's, is no news.
          return events.includes(type) && at >= createdAt && isWithin && (account.callId === null || account.callId === callId);
        })
        .map(({ id, suspendedAt }) => {
          const first = { id: randomUUID(), webhookId: id, caseRef, seq, type, procedure, at };
          return suspendedAt ? { ...first, status: 'dead', error: whileSuspended, doneAt: new Date() } : { ...first, status: 'pending' };
        });
    });
    await transaction.webhookDelivery.createMany({ data: deliveries, skipDuplicates: true });
    const taken = join(news.map(({ case_ref, seq }) => sql`(${case_ref}, ${seq}::int)`));
    await transaction.$executeRaw`DELETE FROM webhook_news WHERE (case_ref, seq) IN (${taken})`;
    return news.length;
  });
}

/** Why a message was not even tried. */
export const whileSuspended = 'Les envois étaient suspendus.';
