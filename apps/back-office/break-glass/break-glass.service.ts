import { Inject, Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { AccessLog } from '../accesses/access-log.js';
import { auditedCases } from '../accesses/audited-cases.js';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { visibleCases } from '../permissions/visibility.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import type { BreakGlassView } from './break-glass.dto.js';
import { GlassMails } from './glass-mails.js';
import { glassView, type StoredGlass } from './glass-view.js';

const { sql } = Prisma;
const mostShown = 200;

/** An administrator sees no content; by exception, one case for a while, for a reason, under the eyes of who answers for the program. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly log: AccessLog,
    private readonly mails: GlassMails,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The same key twice opens once. The opening, its entry in the chain and the mails about it are written together, or not at all. */
  async open(
    viewer: Viewer,
    ref: string,
    { key, reason, requestId }: { readonly key: string; readonly reason: string; readonly requestId: string },
  ): Promise<BreakGlassView> {
    const one = await this.access.read(viewer, ref, 'break glass');
    const openedAt = new Date();
    const until = new Date(openedAt.getTime() + this.environment.JALON_BREAK_GLASS_MINUTES * 60_000);
    const recipients = await this.mails.recipients(viewer, one);
    const asked = { id: key, caseRef: ref, personId: viewer.id, reason };
    await this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.breakGlass.createMany({ data: { ...asked, openedAt, until }, skipDuplicates: true });
      if (count === 0) return;
      const entry = { caseRef: ref, at: openedAt.getTime(), personId: viewer.id, roles: ['administrator'], what: 'breakGlass' };
      await this.log.record([{ ...entry, object: key, under: 'break-glass', remark: reason, requestId }], transaction);
      await this.mails.write(transaction, recipients, { id: key, reason, openedAt, until }, { viewer, one });
    });
    const kept = await this.one(viewer, key, sql`TRUE`);
    if (kept.case_ref !== ref || kept.person_id !== viewer.id) throw new Problem('keyUsed');
    return glassView(viewer, kept);
  }

  /** The latest first. */
  async list(viewer: Viewer, waiting: boolean): Promise<BreakGlassView[]> {
    const rows = await this.prisma.$queryRaw<StoredGlass[]>`
      ${glasses(viewer)} WHERE ${auditedCases(viewer)} ${waiting ? sql`AND g.acknowledged_at IS NULL` : sql``}
      ORDER BY g.opened_at DESC, g.id LIMIT ${mostShown}`;
    return rows.map((row) => glassView(viewer, row));
  }

  /** Never by who had the case opened: `separationOfDuties`. */
  async acknowledge(
    viewer: Viewer,
    id: string,
    { remark, requestId }: { readonly remark: string; readonly requestId: string },
  ): Promise<BreakGlassView> {
    const glass = await this.one(viewer, id, visibleCases(viewer, 'acknowledge access'));
    if (glass.person_id === viewer.id) throw new Problem('separationOfDuties');
    await this.prisma.$transaction(async (transaction) => {
      const at = new Date();
      const { count } = await transaction.breakGlass.updateMany({
        where: { id, acknowledgedAt: null },
        data: { acknowledgedBy: viewer.id, acknowledgedAt: at, remark },
      });
      if (count === 0) throw new Problem('accessAcknowledged');
      const entry = { caseRef: glass.case_ref, at: at.getTime(), personId: viewer.id, roles: ['programManager'] };
      await this.log.record(
        [{ ...entry, what: 'acknowledgeBreakGlass', object: id, under: 'acknowledge access', remark, requestId }],
        transaction,
      );
    });
    return glassView(viewer, await this.one(viewer, id, sql`TRUE`));
  }

  private async one(viewer: Viewer, id: string, condition: Prisma.Sql): Promise<StoredGlass> {
    const [row] = await this.prisma.$queryRaw<StoredGlass[]>`${glasses(viewer)} WHERE g.id = ${id}::uuid AND ${condition}`;
    if (!row) throw notFound();
    return row;
  }
}

/** With the case that each opened, for the conditions on it. */
const glasses = (viewer: Viewer) => sql`
  SELECT g.*, p.name AS person_name, a.name AS acknowledged_name,
    (${visibleCases(viewer, 'acknowledge access')}) AS may_acknowledge
  FROM break_glass g JOIN case_file c ON c.ref = g.case_ref
    LEFT JOIN person p ON p.id = g.person_id LEFT JOIN person a ON a.id = g.acknowledged_by`;
