import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { matches } from '../database/search.js';
import { visibleCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { caseColumns, type StoredCase } from './case-access.js';
import { awaited, caseRow } from './case-row.js';
import type { CasePage, CaseSort, CasesQuery } from './cases.dto.js';
import { WaitRows } from './wait-rows.js';

const { sql, join } = Prisma;

const sorts: Readonly<Record<CaseSort, SortKey>> = {
  opened: { expression: sql`c.opened_at`, type: 'timestamptz' },
  nextDay: { expression: sql`COALESCE(c.next_day, DATE '9999-12-31')`, type: 'date' },
  title: { expression: sql`c.title`, type: 'text' },
  amount: { expression: sql`COALESCE(c.amount_cents, 0)`, type: 'bigint' },
};

@Injectable()
export class CaseListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly waits: WaitRows,
  ) {}

  async page(viewer: Viewer, query: CasesQuery): Promise<CasePage> {
    const { sort = 'opened', order = 'desc', limit = 25, cursor } = query;
    const where = conditions(viewer, query);
    const key = sorts[sort];
    const [rows, counted] = await Promise.all([
      this.prisma.$queryRaw<(StoredCase & { sort_value: string })[]>`
        SELECT ${caseColumns}, ${key.expression}::text AS sort_value FROM case_file c
        WHERE ${where} AND ${after(key, sql`c.ref`, order, cursor)} ${inOrder(key, sql`c.ref`, order)} LIMIT ${limit + 1}`,
      this.prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM case_file c WHERE ${where}`,
    ]);
    const { shown, ...rest } = page(rows, limit, ({ ref }) => ref);
    const waits = await this.waits.of(viewer, shown);
    return {
      items: shown.map((one) => caseRow(one, awaited(waits.get(one.ref) ?? []))),
      ...rest,
      total: counted[0]?.total ?? 0,
    };
  }
}

const conditions = (viewer: Viewer, { q, procedure, stage, status }: CasesQuery): Prisma.Sql =>
  join(
    [
      visibleCases(viewer),
      // Of those nothing is left to read: the list of retention tells them.
      sql`c.destroyed_at IS NULL`,
      ...(procedure === undefined ? [] : [sql`c.procedure = ${procedure}`]),
      ...(stage === undefined ? [] : [sql`c.stage = ${stage}`]),
      ...(status === undefined ? [] : [sql`c.status = ${status}`]),
      matches(q),
    ],
    ' AND ',
  );
