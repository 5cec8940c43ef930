import type { PrismaClient } from '#prisma/generated/client.js';
import { addMonths, type CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt, startOfDay } from '#workflows/calendar/paris-time.js';
import { logsKept } from './rules.js';

/**
 * Removes what is kept for a year only: sessions and sign-ins that have ended, and the oldest entries of the accesses, whose chains go on
 * from an anchor. What is of the last year by the machine's own clock stays, whatever day this is told.
 */
export async function purgeLogs(prisma: PrismaClient, today: CivilDate): Promise<void> {
  const day = [today, civilDateAt(Date.now())].sort()[0]!;
  const before = new Date(startOfDay(addMonths(day, -logsKept.n)));
  await prisma.session.deleteMany({ where: { expiresAt: { lt: before } } });
  await prisma.signInAttempt.deleteMany({ where: { expiresAt: { lt: before } } });
  await prisma.$queryRaw`SELECT purge_accesses(${before})`;
}
