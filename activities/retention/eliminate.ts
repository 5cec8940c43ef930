import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import type { Surroundings } from '../effects/surroundings.js';
import { destroyCase } from '../journal/destroy.js';
import type { ProofKey } from '../proof/proof-key.js';
import { announcedBefore } from './announce.js';
import { certify } from './certificate.js';
import { dateOf } from './keep-until.js';

type Around = Pick<Surroundings, 'prisma' | 'baseUrl' | 'procedureOf'>;

interface Ordered {
  readonly ref: string;
  readonly by: string;
  readonly visa: string;
}

/**
 * Destroys the cases whose time is over: their last day has passed, no dispute stops their clock, a visa was given and confirmed, and the
 * end was announced thirty days before. Then certifies each, also those that an earlier morning destroyed without coming to that. Gives
 * what could not be done.
 */
export async function eliminateCases(around: Around, today: CivilDate, key: ProofKey | undefined): Promise<unknown[]> {
  const { prisma } = around;
  const ordered = await order(around, today);
  const destroyed = await uncertified(around);
  if (ordered.length + destroyed.length === 0) return [];
  if (!key) return [new Error('JALON_PROOF_KEY is not set: nothing is destroyed that could not be certified')];
  const failures: unknown[] = [];
  for (const { ref, by, visa } of ordered)
    try {
      await destroyCase(prisma, { ref, at: Date.now(), by, visa });
      await prisma.retentionHold.updateMany({ where: { caseRef: ref }, data: { reason: null, releaseReason: null } });
      await certify(around, ref, key);
    } catch (error) {
      failures.push(error);
      await takeBack(around, ref);
    }
  for (const ref of destroyed) await certify(around, ref, key).catch((error: unknown) => failures.push(error));
  return failures;
}

/** From here on nothing stops these: a hold that came before is seen, one that comes after is refused. */
const order = ({ prisma }: Around, today: CivilDate): Promise<Ordered[]> => prisma.$queryRaw`
  UPDATE retention r SET ordered_at = now() FROM elimination_visa v, case_file c
  WHERE v.case_ref = r.case_ref AND v.verdict = 'confirmed' AND c.ref = r.case_ref AND c.destroyed_at IS NULL
    AND r.keep_until < ${dateOf(today)} AND r.announced_last_on <= ${dateOf(addDays(today, -announcedBefore.last))}
    AND NOT EXISTS (SELECT FROM retention_hold h WHERE h.case_ref = r.case_ref AND h.until IS NULL)
  RETURNING r.case_ref AS ref, v.decided_by AS by, v.visa`;

/** What could not be destroyed this morning may be held again. */
const takeBack = async ({ prisma }: Around, ref: string): Promise<void> => {
  await prisma.$executeRaw`UPDATE retention r SET ordered_at = NULL FROM case_file c
    WHERE r.case_ref = ${ref} AND c.ref = r.case_ref AND c.destroyed_at IS NULL`;
};

async function uncertified({ prisma }: Around): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ ref: string }[]>`
    SELECT r.case_ref AS ref FROM retention r JOIN case_file c ON c.ref = r.case_ref LEFT JOIN elimination e ON e.case_ref = r.case_ref
    WHERE r.ordered_at IS NOT NULL AND c.destroyed_at IS NOT NULL AND e.case_ref IS NULL ORDER BY r.case_ref`;
  return rows.map(({ ref }) => ref);
}
