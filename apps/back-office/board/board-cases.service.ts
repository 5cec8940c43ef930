import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { caseColumns, type StoredCase } from '../cases/case-access.js';
import { awaited, caseRow } from '../cases/case-row.js';
import { WaitRows } from '../cases/wait-rows.js';
import { silentSince } from '../coach/coach-week.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { matches } from '../database/search.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import type { BoardCase, BoardCasePage, BoardCasesQuery, BoardSort } from './board-cases.dto.js';
import { groupName } from './board-groups.js';
import { BoardReader } from './board-reader.js';
import { withStanding } from './standing-rows.js';
import { type Place, places, type Standing, standingWords } from './standing.js';

const { sql, join } = Prisma;

type StandingCase = StoredCase & {
  group_key: string;
  place: Place;
  late: boolean;
  stuck: boolean;
  person_name: string | null;
  ends_on: CivilDate | null;
  waits_for: string | null;
  sort_value: string;
  /** On all pages. */
  total: number;
};

const never = sql`DATE '9999-12-31'`;
const personName = sql`COALESCE(n.name, '')`;
const sorts: Readonly<Record<BoardSort, SortKey>> = {
  nextDay: { expression: sql`COALESCE(s.next_day, ${never})`, type: 'date' },
  endsOn: { expression: sql`COALESCE(f.ends_on, ${never})`, type: 'date' },
  opened: { expression: sql`s.opened_at`, type: 'timestamptz' },
  person: { expression: sql`searchable(${personName})`, type: 'text' },
};

/** The cases behind the board's counts: those that the viewer may read by name. */
@Injectable()
export class BoardCasesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly reader: BoardReader,
    private readonly waits: WaitRows,
  ) {}

  async page(viewer: Viewer, query: BoardCasesQuery): Promise<Fields<BoardCasePage>> {
    const { sort = 'nextDay', order = 'asc', limit = 25, cursor } = query;
    const key = sorts[sort];
    const rows = await this.prisma.$queryRaw<StandingCase[]>`${chosen(viewer, query, key)}
      SELECT ${columns} FROM chosen s JOIN case_file c ON c.ref = s.ref
      WHERE ${after(sortValue(key), sql`s.ref`, order, cursor)} ${inOrder(sortValue(key), sql`s.ref`, order)} LIMIT ${limit + 1}`;
    const { shown, ...rest } = page(rows, limit, ({ ref }) => ref);
    return { items: await this.shown(viewer, shown), ...rest, total: rows[0]?.total ?? 0 };
  }

  /** Every case, in the order asked for, for a spreadsheet. */
  async all(viewer: Viewer, query: BoardCasesQuery): Promise<Fields<BoardCase>[]> {
    const { sort = 'nextDay', order = 'asc' } = query;
    const key = sorts[sort];
    const rows = await this.prisma.$queryRaw<StandingCase[]>`${chosen(viewer, query, key)}
      SELECT ${columns} FROM chosen s JOIN case_file c ON c.ref = s.ref ${inOrder(sortValue(key), sql`s.ref`, order)}`;
    return this.shown(viewer, rows);
  }

  private async shown(viewer: Viewer, rows: readonly StandingCase[]): Promise<Fields<BoardCase>[]> {
    const [waits, groups] = await Promise.all([
      this.waits.of(viewer, rows),
      this.reader.groups(viewer, [...new Set(rows.map(({ group_key }) => group_key))]),
    ]);
    const titles = new Map(groups.map(({ key, title }) => [key, title]));
    return rows.map((one) => boardCase(one, caseRow(one, awaited(waits.get(one.ref) ?? [])), titles.get(one.group_key) ?? ''));
  }
}

function boardCase(one: StandingCase, row: ReturnType<typeof caseRow>, groupTitle: string): Fields<BoardCase> {
  const silent = one.stuck ? silentSince(one.view) : undefined;
  return {
    ...row,
    personName: one.person_name ?? '',
    groupKey: one.group_key,
    groupTitle,
    place: one.place,
    placeLabel: standingWords[one.place].label,
    late: one.late,
    stuck: one.stuck,
    ...(silent !== undefined && { silentSince: silent }),
    ...(one.ends_on !== null && { endsOn: one.ends_on }),
    ...(one.waits_for !== null && { waitsFor: one.waits_for }),
  };
}

/** `WITH` clause that defines `chosen`: the cases asked for, on this page and on the others. */
const chosen = (viewer: Viewer, query: BoardCasesQuery, { expression }: SortKey) => sql`${withStanding(viewer, Date.now())},
  chosen AS MATERIALIZED (SELECT s.ref, s.group_key, s.place, s.late, s.stuck, n.name AS person_name, f.ends_on, f.waits_for,
      ${expression} AS sorted_by
    FROM standing s LEFT JOIN person n ON n.id = s.owner_id LEFT JOIN case_forecast f ON f.case_ref = s.ref WHERE ${conditions(query)})`;
const columns = sql`${caseColumns}, s.group_key, s.place, s.late, s.stuck, s.person_name, s.ends_on::text, s.waits_for,
  s.sorted_by::text AS sort_value, (SELECT count(*) FROM chosen)::int AS total`;
const sortValue = ({ type }: SortKey): SortKey => ({ expression: sql`s.sorted_by`, type });

const searched = sql`s.ref || ' ' || s.title || ' ' || COALESCE(s.body_name, '') || ' ' || ${personName}`;

function conditions({ procedure, group, stage, standing, outcome, month, q }: BoardCasesQuery): Prisma.Sql {
  if (group !== undefined) groupName(group);
  return join(
    [
      sql`s.listed`,
      ...(procedure === undefined ? [] : [sql`s.procedure = ${procedure}`]),
      ...(group === undefined ? [] : [sql`s.group_key = ${group}`]),
      ...(stage === undefined ? [] : [sql`s.status <> 'closed' AND s.stage = ${stage}`]),
      ...(standing === undefined ? [] : [stands(standing)]),
      ...(outcome === undefined ? [] : [sql`s.outcome = ${outcome}`]),
      ...(month === undefined ? [] : [sql`s.status <> 'closed' AND to_char(f.ends_on, 'YYYY-MM') = ${month}`]),
      matches(q, searched),
    ],
    ' AND ',
  );
}

const isPlace = (standing: Standing): standing is Place => places.some((place) => place === standing);
const stands = (standing: Standing): Prisma.Sql =>
  isPlace(standing) ? sql`s.place = ${standing}` : standing === 'late' ? sql`s.late` : sql`s.stuck`;
