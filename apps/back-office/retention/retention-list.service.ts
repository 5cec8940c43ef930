import { Injectable } from '@nestjs/common';
import { announcedBefore } from '#activities/retention/announce.js';
import { ruleByKey } from '#activities/retention/rules.js';
import { Prisma } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { visibleCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { outcomeLabel, procedureOf } from '../procedures.js';
import { stateOf } from './case-retention.service.js';
import type { RetentionPage, RetentionQuery, RetentionRow, RetentionState } from './retention.dto.js';

const { sql } = Prisma;

interface Stored {
  ref: string;
  title: string;
  procedure: string;
  revision: string;
  outcome: string | null;
  closed_at: Date;
  destroyed_at: Date | null;
  keep_until: string;
  rule: string;
  held: boolean;
  visa_waits: boolean;
  sort_value: string;
}

const soonest: SortKey = { expression: sql`r.keep_until`, type: 'date' };
const held = sql`EXISTS (SELECT FROM retention_hold h WHERE h.case_ref = c.ref AND h.until IS NULL)`;
const kept = sql`c.destroyed_at IS NULL AND NOT ${held}`;

/** Clocks of closed cases, for who keeps them. */
@Injectable()
export class RetentionListService {
  constructor(private readonly prisma: PrismaService) {}

  /** Those whose time ends first come first. */
  async page(viewer: Viewer, { state, cursor, limit = 25 }: RetentionQuery): Promise<RetentionPage> {
    const today = civilDateAt(Date.now());
    const from = sql`FROM retention r JOIN case_file c ON c.ref = r.case_ref
      WHERE ${visibleCases(viewer, 'read retention')} AND ${inState(state, today)}`;
    const [rows, counted] = await Promise.all([
      this.prisma.$queryRaw<Stored[]>`
        SELECT c.ref, c.title, c.procedure, c.revision, c.outcome, c.closed_at, c.destroyed_at, r.keep_until::text, r.rule, ${held} AS held,
          EXISTS (SELECT FROM elimination_visa v WHERE v.case_ref = c.ref AND v.verdict IS NULL) AS visa_waits,
          ${soonest.expression}::text AS sort_value ${from}
        AND ${after(soonest, sql`c.ref`, 'asc', cursor)} ${inOrder(soonest, sql`c.ref`, 'asc')} LIMIT ${limit + 1}`,
      this.prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`,
    ]);
    const { shown, ...rest } = page(rows, limit, ({ ref }) => ref);
    return { items: shown.map((row) => rowOf(row, today)), ...rest, total: counted[0]?.total ?? 0 };
  }
}

/** The same as `stateOf` says of one. Left out: all that are not destroyed. */
function inState(state: RetentionState | undefined, today: CivilDate): Prisma.Sql {
  const soon = sql`${addDays(today, announcedBefore.early)}::date`;
  switch (state) {
    case undefined:
      return sql`c.destroyed_at IS NULL`;
    case 'running':
      return sql`FALSE`;
    case 'destroyed':
      return sql`c.destroyed_at IS NOT NULL`;
    case 'held':
      return sql`c.destroyed_at IS NULL AND ${held}`;
    case 'over':
      return sql`${kept} AND r.keep_until < ${today}::date`;
    case 'ending':
      return sql`${kept} AND r.keep_until BETWEEN ${today}::date AND ${soon}`;
    case 'kept':
      return sql`${kept} AND r.keep_until > ${soon}`;
  }
}

function rowOf(row: Stored, today: CivilDate): RetentionRow {
  const procedure = procedureOf(row.procedure, row.revision);
  return {
    ref: row.ref,
    title: row.title,
    procedureLabel: procedure.label,
    ...(row.outcome !== null && { outcomeLabel: outcomeLabel(procedure, row.outcome) }),
    closedAt: row.closed_at.toISOString(),
    keptUntil: row.keep_until,
    rule: ruleByKey(row.rule)?.label ?? row.rule,
    state: row.destroyed_at ? 'destroyed' : stateOf(row.keep_until, row.held, today),
    visaWaits: row.visa_waits,
    ...(row.destroyed_at && { destroyedAt: row.destroyed_at.toISOString() }),
  };
}
