import { Inject, Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { noteRead } from '../accesses/opened-files.js';
import { after, inOrder, page, type SortKey } from '../database/keyset.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { notFound, Problem } from '../problems/problem.js';
import type { MailPage, MailsQuery, MailSummary, MailView } from './mails.dto.js';

const { sql } = Prisma;

interface MailRow {
  id: string;
  case_ref: string | null;
  recipient: string;
  subject: string;
  created_at: Date;
  sent_at: Date | null;
}

const newest: SortKey = { expression: sql`m.created_at`, type: 'timestamptz' };
const id = sql`m.id::text`;

/** The outbox of a demonstration or development server, so that nobody needs a mail account to follow a case. */
@Injectable()
export class MailsService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async page(viewer: Viewer, { cursor, limit = 25 }: MailsQuery): Promise<MailPage> {
    const where = this.readable(viewer);
    const [rows, counted] = await Promise.all([
      this.prisma.$queryRaw<(MailRow & { sort_value: string })[]>`
        SELECT m.id, m.case_ref, m.recipient, m.subject, m.created_at, m.sent_at, m.created_at::text AS sort_value FROM mail m
        WHERE ${where} AND ${after(newest, id, 'desc', cursor)} ${inOrder(newest, id, 'desc')} LIMIT ${limit + 1}`,
      this.prisma.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM mail m WHERE ${where}`,
    ]);
    const { shown, ...rest } = page(rows, limit, (row) => row.id);
    return { items: shown.map(summary), ...rest, total: counted[0]?.total ?? 0 };
  }

  async get(viewer: Viewer, mail: string): Promise<MailView> {
    const [row] = await this.prisma.$queryRaw<(MailRow & { text: string; html: string })[]>`
      SELECT m.* FROM mail m WHERE m.id = ${mail}::uuid AND ${this.readable(viewer)}`;
    if (!row) throw notFound();
    if (row.case_ref !== null && row.recipient.toLowerCase() !== viewer.email.toLowerCase())
      noteRead(viewer, row.case_ref, ['programManager']);
    return { ...summary(row), text: row.text, html: row.html };
  }

  /** Each reads what was sent to them; the program manager also what was sent about the cases of their program. */
  private readable(viewer: Viewer): Prisma.Sql {
    if (!this.environment.JALON_DEMONSTRATION) throw new Problem('demonstrationOnly');
    const managing = { ...viewer, grants: viewer.grants.filter(({ role }) => role === 'programManager') };
    return sql`(lower(m.recipient) = ${viewer.email.toLowerCase()}
      OR EXISTS (SELECT 1 FROM case_file c WHERE c.ref = m.case_ref AND ${visibleCases(managing)}))`;
  }
}

const summary = ({ id: mail, case_ref, recipient, subject, created_at, sent_at }: MailRow): Fields<MailSummary> => ({
  id: mail,
  ...(case_ref !== null && { caseRef: case_ref }),
  recipient,
  subject,
  createdAt: created_at.toISOString(),
  ...(sent_at && { sentAt: sent_at.toISOString() }),
});
