import { beginClock } from '#activities/retention/clocks.js';
import type { Prisma } from '#prisma/generated/client.js';
import type { StoredCase } from '../cases/case-access.js';
import { Problem } from '../problems/problem.js';

/**
 * The clock of a closed case, its row locked until the transaction ends: who stops it, who agrees to its end and the morning that
 * destroys the case come one after the other. Throws `caseNotClosed`, `eliminationUnderWay`.
 */
export async function lockedClock(transaction: Prisma.TransactionClient, one: StoredCase): Promise<Prisma.RetentionModel> {
  if (one.status !== 'closed' || !one.closed_at) throw new Problem('caseNotClosed');
  await beginClock(transaction, { ref: one.ref, procedure: one.procedure, outcome: one.outcome, closedAt: one.closed_at });
  await transaction.$queryRaw`SELECT 1 FROM retention WHERE case_ref = ${one.ref} FOR UPDATE`;
  const clock = await transaction.retention.findUnique({ where: { caseRef: one.ref } });
  if (!clock) throw new Problem('caseNotClosed');
  if (clock.orderedAt !== null) throw new Problem('eliminationUnderWay');
  return clock;
}
