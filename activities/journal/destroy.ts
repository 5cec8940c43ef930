import type { Prisma, PrismaClient } from '#prisma/generated/client.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { upsert } from './columns.js';
import { contentOfCase } from './content-of-case.js';
import { DestructionRefused } from './destruction-refused.js';
import { genesis } from './hash-chain.js';
import { tombstoneRow } from './tombstone.js';

/** An order to destroy a case's content for ever. */
export interface Destruction {
  readonly ref: string;
  readonly at: Instant;
  /** Who orders it. */
  readonly by: string;
  /** Under what: the elimination visa, in words or by its number. */
  readonly visa: string;
}

/** What is left to prove the case by: its sealed record. */
export interface Destroyed {
  readonly entries: number;
  readonly lastHash: string;
}

/**
 * Destroys a closed case, in one transaction: its key, the journal and everything that repeats its content. What stays is the sealed
 * record, which nobody can read and whose chain verifies, and a row that says which procedure, when and how it ended. Its files and
 * what the engine still holds of it are noted as left over, and `removeLeftovers` removes them after the commit. Destroyed again, it is
 * as it was.
 *
 * Throws DestructionRefused: `unknownCase`, `caseNotClosed`, `effectsUnderWay`, `notYetSealed`.
 */
export function destroyCase(prisma: PrismaClient, order: Destruction): Promise<Destroyed> {
  return prisma.$transaction((transaction) => destroy(transaction, order), { timeout: 60_000 });
}

async function destroy(transaction: Prisma.TransactionClient, { ref, at, by, visa }: Destruction): Promise<Destroyed> {
  const run = (sql: string, ...values: readonly unknown[]) => transaction.$executeRawUnsafe(sql, ref, ...values);
  const [row] = await transaction.$queryRaw<{ view: CaseView; status: string; destroyed: boolean }[]>`
    SELECT view, status, destroyed_at IS NOT NULL AS destroyed FROM case_file WHERE ref = ${ref} FOR UPDATE`;
  if (!row) throw new DestructionRefused('unknownCase', ref);
  const head = await transaction.record.findFirst({ where: { caseRef: ref }, orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const destroyed = { entries: head?.seq ?? 0, lastHash: head?.hash ?? genesis };
  if (row.destroyed) return destroyed;
  if (row.status !== 'closed') throw new DestructionRefused('caseNotClosed', ref);
  if (destroyed.entries !== row.view.lastSeq) throw new DestructionRefused('notYetSealed', ref);
  // An effect that is still to leave would write of the case again.
  if ((await transaction.effect.count({ where: { caseRef: ref, status: { in: ['pending', 'failing'] } } })) > 0)
    throw new DestructionRefused('effectsUnderWay', ref);
  await transaction.caseKey.update({
    where: { caseRef: ref },
    data: { wrapped: null, destroyedAt: new Date(at), destroyedBy: by, visa },
  });
  await run('SELECT forget_journal($1)');
  await run(noteLeftovers);
  for (const [table, condition] of Object.entries(contentOfCase)) await run(`DELETE FROM "${table}" WHERE ${condition}`);
  await run(`UPDATE measure SET evidence = '{}' WHERE case_ref = $1`);
  const tombstone = tombstoneRow(row.view, destroyed.lastHash, at);
  await transaction.$executeRawUnsafe(upsert('case_file', '$1'), JSON.stringify([tombstone]));
  return destroyed;
}

const noteLeftovers = `
  INSERT INTO leftover (case_ref, kind, place)
  SELECT $1::text, 'file', storage_key FROM document WHERE ${contentOfCase.document}
  UNION ALL SELECT $1::text, 'history', $1::text
  ON CONFLICT (kind, place) DO NOTHING`;
