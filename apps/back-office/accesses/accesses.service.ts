import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '#workflows/calendar/civil-date.js';
import { startOfDay } from '#workflows/calendar/paris-time.js';
import type { Role } from '#workflows/kit/people.js';
import { Prisma } from '#prisma/generated/client.js';
import { CaseAccess } from '../cases/case-access.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { PageQuery } from '../openapi/page.dto.js';
import { PeopleService } from '../people/people.service.js';
import { roleTitles } from '../people/role-titles.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { accessWords } from './access-words.js';
import type { AccessesQuery, AccessFilter, AccessPage, AccessRow, OwnersAccessPage } from './accesses.dto.js';
import { auditedCases, auditsEverything } from './audited-cases.js';

const { sql, join } = Prisma;

interface StoredAccess {
  case_ref: string;
  seq: number;
  at: Date;
  person_id: string;
  roles: string[];
  what: string;
  object: string | null;
  under: string;
  remark: string | null;
  request_id: string;
  hash: string;
  sort_value: string;
}

const newest: SortKey = { expression: sql`e.at`, type: 'timestamptz' };
const id = sql`(e.case_ref || ' ' || lpad(e.seq::text, 9, '0'))`;
const idOf = ({ case_ref, seq }: StoredAccess) => `${case_ref} ${String(seq).padStart(9, '0')}`;

/** Rows that one file may hold: a year of a busy service, well within memory. */
const mostExported = 50_000;

/** Who read what: for those who audit, and for the owner of a case. */
@Injectable()
export class AccessesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly cases: CaseAccess,
    private readonly people: PeopleService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The latest first, in the perimeter of who asks. */
  async page(viewer: Viewer, { cursor, limit = 25, ...filter }: AccessesQuery): Promise<AccessPage> {
    const { shown, ...rest } = await this.read(conditions(viewer, filter), limit, cursor);
    return { items: await this.rows(shown), ...rest };
  }

  /** Throws `notFound` for a case outside the perimeter, as for one that does not exist. */
  async ofCase(viewer: Viewer, ref: string, query: PageQuery): Promise<AccessPage> {
    const [found] = await this.prisma.$queryRaw<object[]>`SELECT 1 FROM case_file c WHERE c.ref = ${ref} AND ${auditedCases(viewer)}`;
    if (!found) throw notFound();
    const { cursor, limit } = query;
    return this.page(viewer, { ref, ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) });
  }

  async all(viewer: Viewer, filter: AccessFilter): Promise<AccessRow[]> {
    const { shown, nextCursor } = await this.read(conditions(viewer, filter), mostExported);
    if (nextCursor !== undefined) throw new Problem('tooManyRows');
    return this.rows(shown);
  }

  /** Who read the owner's case: in which role and when, not by name. */
  async ofOwner(viewer: Viewer, ref: string, { cursor, limit = 25 }: PageQuery): Promise<OwnersAccessPage> {
    const { owner_id } = await this.cases.read(viewer, ref);
    if (owner_id !== viewer.id || !this.environment.JALON_OWNER_SEES_ACCESSES) throw notFound();
    const { shown, ...rest } = await this.read(sql`e.case_ref = ${ref}`, limit, cursor);
    const items = shown.map((row) => ({
      at: row.at.toISOString(),
      roles: titles(row),
      what: whatOf(row),
      exceptional: isExceptional(row),
    }));
    return { items, ...rest };
  }

  private async read(where: Prisma.Sql, limit: number, cursor?: string) {
    const rows = await this.prisma.$queryRaw<StoredAccess[]>`
      SELECT e.*, e.at::text AS sort_value FROM access_entry e LEFT JOIN case_file c ON c.ref = e.case_ref
      WHERE ${where} AND ${after(newest, id, 'desc', cursor)} ${inOrder(newest, id, 'desc')} LIMIT ${limit + 1}`;
    return page(rows, limit, idOf);
  }

  private async rows(stored: readonly StoredAccess[]): Promise<AccessRow[]> {
    const names = await this.people.names(stored.map(({ person_id }) => person_id));
    return stored.map((row) => ({
      ref: row.case_ref,
      seq: row.seq,
      at: row.at.toISOString(),
      person: { id: row.person_id, name: names.get(row.person_id) ?? '' },
      roles: titles(row),
      what: whatOf(row),
      operation: row.what,
      ...(row.object !== null && { object: row.object }),
      exceptional: isExceptional(row),
      ...(row.remark !== null && { remark: row.remark }),
      requestId: row.request_id,
      hash: row.hash,
    }));
  }
}

function conditions(viewer: Viewer, { ref, person, from, to }: AccessFilter): Prisma.Sql {
  const unfiled = auditsEverything(viewer) ? sql`c.ref IS NULL` : sql`FALSE`;
  return join(
    [
      sql`(${auditedCases(viewer)} OR ${unfiled})`,
      ...(ref === undefined ? [] : [sql`e.case_ref = ${ref}`]),
      ...(person === undefined ? [] : [sql`e.person_id = ${person}::uuid`]),
      ...(from === undefined ? [] : [sql`e.at >= ${new Date(startOfDay(from))}`]),
      ...(to === undefined ? [] : [sql`e.at < ${new Date(startOfDay(addDays(to, 1)))}`]),
    ],
    ' AND ',
  );
}

const titles = ({ roles }: StoredAccess) => roles.map((role) => roleTitles[role as Role]);
const whatOf = ({ what }: StoredAccess) => accessWords(what) ?? what;
const isExceptional = ({ under }: StoredAccess) => under === 'break-glass';
