import type { PrismaClient } from '#prisma/generated/client.js';

/** How long the trace of a message is kept, and how long one that was given up may be replayed. */
const keptDays = 90;

/** Removes the messages that are too old to be of use. */
export async function forgetMessages(prisma: PrismaClient): Promise<void> {
  const before = new Date(Date.now() - keptDays * 86_400_000);
  await prisma.webhookDelivery.deleteMany({ where: { status: { not: 'pending' }, createdAt: { lt: before } } });
}
