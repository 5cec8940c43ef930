import type { PrismaClient } from '#prisma/generated/client.js';
import type { Postman } from './postman.js';

/** Topics of the mails that are written in the transaction of what they tell. They wait in the table for the worker. */
export const backOfficeTopics = { breakGlass: 'break-glass/', webhooks: 'webhook/' } as const;

const atOnce = 50;

/** Sends what waits, the oldest first; what cannot be sent waits for the next time. Gives the number of mails that did not leave. */
export async function sendWaitingMails(prisma: PrismaClient, postman: Postman): Promise<number> {
  const waiting = await prisma.mail.findMany({
    where: { sentAt: null, OR: Object.values(backOfficeTopics).map((topic) => ({ topic: { startsWith: topic } })) },
    orderBy: { createdAt: 'asc' },
    take: atOnce,
  });
  const results = await Promise.allSettled(
    waiting.map(({ topic, recipient: email, subject, text, html }) =>
      postman.send({ topic: topic ?? '' }, [{ id: '', email }], { subject, text, html }),
    ),
  );
  return results.filter(({ status }) => status === 'rejected').length;
}
