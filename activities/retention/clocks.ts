import type { Prisma } from '#prisma/generated/client.js';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { dateOf, dayOf, type Held, keepUntil } from './keep-until.js';
import { ruleByKey, ruleOf } from './rules.js';

type Database = Prisma.TransactionClient;

/** What is known of a closed case when its clock begins. */
export interface ClosedCase {
  readonly ref: string;
  readonly procedure: string;
  readonly outcome: string | null;
  readonly closedAt: Date;
}

const atOnce = 500;

/** Begins the clock of every closed case that has none. */
export async function beginClocks(database: Database): Promise<void> {
  for (let after = '', more = true; more;) {
    const cases: ClosedCase[] = await database.$queryRaw`
      SELECT c.ref, c.procedure, c.outcome, c.closed_at AS "closedAt" FROM case_file c LEFT JOIN retention r ON r.case_ref = c.ref
      WHERE c.ref > ${after} AND c.status = 'closed' AND c.closed_at IS NOT NULL AND c.destroyed_at IS NULL AND r.case_ref IS NULL
      ORDER BY c.ref LIMIT ${atOnce}`;
    for (const one of cases) await beginClock(database, one);
    after = cases.at(-1)?.ref ?? after;
    more = cases.length === atOnce;
  }
}

/** The clock of a closed case, begun if it has none; null where the table of retention says nothing of such a case. */
export async function beginClock(database: Database, one: ClosedCase): Promise<Prisma.RetentionModel | null> {
  const begun = await beginning(database, one);
  if (begun) await database.retention.createMany({ data: begun, skipDuplicates: true });
  return database.retention.findUnique({ where: { caseRef: one.ref } });
}

/** The row by which a case's clock begins. */
export async function beginning(database: Database, one: ClosedCase): Promise<Prisma.RetentionCreateManyInput | undefined> {
  const rule = ruleOf(one.procedure, one.outcome);
  if (!rule) return undefined;
  const closedOn = civilDateAt(one.closedAt.getTime());
  const startsOn = rule.from === 'lastPayment' ? ((await lastPayment(database, one.ref)) ?? closedOn) : closedOn;
  return { caseRef: one.ref, rule: rule.key, startsOn: dateOf(startsOn), keepUntil: dateOf(keepUntil(rule, startsOn, []).lastDay) };
}

/** The day of the last payment that was confirmed. */
async function lastPayment(database: Database, ref: string): Promise<CivilDate | null> {
  const [found] = await database.$queryRaw<{ day: string | null }[]>`
    SELECT max(h.entry->'data'->>'paidOn') AS day FROM journal e
    JOIN journal h ON h.case_ref = e.case_ref AND h.type = 'happened' AND h.entry->>'id' = e.entry->>'id'
    WHERE e.case_ref = ${ref} AND e.type = 'expected' AND e.entry->>'event' = 'payment-confirmed'`;
  return found?.day ?? null;
}

export async function holdsOf(database: Database, caseRef: string): Promise<Held[]> {
  const rows = await database.retentionHold.findMany({ where: { caseRef }, orderBy: { since: 'asc' } });
  return rows.map(({ since, until }) => ({ since: dayOf(since), until: until && dayOf(until) }));
}

/** Computes the date again from the start, with every hold; a date that moved is announced anew. */
export async function moveClock(database: Database, caseRef: string): Promise<void> {
  const { rule: key, startsOn, keepUntil: before } = await database.retention.findUniqueOrThrow({ where: { caseRef } });
  const rule = ruleByKey(key);
  if (!rule) return;
  const day = keepUntil(rule, dayOf(startsOn), await holdsOf(database, caseRef)).lastDay;
  if (day === dayOf(before)) return;
  await database.retention.update({
    where: { caseRef },
    data: { keepUntil: dateOf(day), announcedEarlyOn: null, announcedLastOn: null },
  });
}
