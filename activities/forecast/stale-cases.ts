import { Prisma, type PrismaClient } from '#prisma/generated/client.js';
import { addDays, type CivilDate, type Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '#workflows/calendar/paris-time.js';

export interface StaleCase {
  readonly ref: string;
  /** It opened other cases, whose forecasts it depends on. */
  readonly parent: boolean;
  /** How far its clock runs ahead, in milliseconds. */
  readonly lead: number;
}

/** However long a forecast holds, a release may tell the procedure otherwise: none is older than this [D]. */
const oldestDays = 7;

/**
 * Running cases whose forecast is missing, no longer holds, is unforeseen or old, or is behind their journal. One that opened other cases is
 * told anew each day, and whenever a child of it is: it depends on theirs. Children come before the cases that depend on them.
 */
export function staleCases(prisma: PrismaClient, now: Instant): Promise<StaleCase[]> {
  const day = civilDateAt(now);
  const today = new Date(instantAt(day, '00:00'));
  const oldest = new Date(instantAt(addDays(day, -oldestDays), '00:00'));
  const stale = Prisma.sql`f.case_ref IS NULL OR f.as_of_seq <> c.last_seq OR f.holds_until < ${day}::date OR f.computed_at < ${oldest}
    OR (f.unforeseen IS NOT NULL AND f.computed_at < ${today})`;
  return prisma.$queryRaw<StaleCase[]>`
    WITH parent AS (SELECT c.parent_ref AS ref, max(f.computed_at) AS computed_at, bool_or(c.status <> 'closed' AND (${stale})) AS stale
      FROM case_file c LEFT JOIN case_forecast f ON f.case_ref = c.ref WHERE c.parent_ref IS NOT NULL GROUP BY c.parent_ref)
    SELECT c.ref, p.ref IS NOT NULL AS parent, COALESCE(l.lead_ms, 0)::float8 AS lead FROM case_file c
    LEFT JOIN case_forecast f ON f.case_ref = c.ref LEFT JOIN clock_lead l ON l.case_ref = c.ref LEFT JOIN parent p ON p.ref = c.ref
    WHERE c.status <> 'closed' AND (${stale} OR p.stale OR p.computed_at > f.computed_at OR (p.ref IS NOT NULL AND f.computed_at < ${today}))
    ORDER BY parent, c.ref`;
}

/** The journals of some cases as JSON texts, by their references: a driver takes longer over thousands of small values than over some large ones. */
export async function journalsOf(prisma: PrismaClient, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await prisma.$queryRaw<{ ref: string; entries: string }[]>`
    SELECT case_ref AS ref, '[' || string_agg(entry::text, ',' ORDER BY seq) || ']' AS entries FROM journal
    WHERE case_ref = ANY (${refs}) GROUP BY case_ref`;
  return new Map(rows.map(({ ref, entries }) => [ref, entries]));
}

/** When the running children of some cases are expected to close; undefined for those that would wait for ever. */
export async function childrenOf(
  prisma: PrismaClient,
  refs: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, CivilDate | undefined>>> {
  if (refs.length === 0) return new Map();
  const rows = await prisma.$queryRaw<{ parent: string; ref: string; ends_on: string | null }[]>`
    SELECT k.parent_ref AS parent, k.ref, f.ends_on::text FROM case_file k JOIN case_forecast f ON f.case_ref = k.ref
    WHERE k.parent_ref = ANY (${refs}) AND k.status <> 'closed'`;
  const children = new Map(refs.map((ref) => [ref, new Map<string, CivilDate | undefined>()]));
  for (const { parent, ref, ends_on } of rows) children.get(parent)?.set(ref, ends_on ?? undefined);
  return children;
}

/** Forecasts of cases that have closed. */
export const forgetClosed = (prisma: PrismaClient) =>
  prisma.$transaction(
    ['case_forecast', 'forecast_load'].map(
      (table) => prisma.$executeRaw`DELETE FROM ${Prisma.raw(table)} f USING case_file c WHERE c.ref = f.case_ref AND c.status = 'closed'`,
    ),
  );
