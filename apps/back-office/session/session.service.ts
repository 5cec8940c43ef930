import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Prisma } from '#prisma/generated/client.js';
import type { Role } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { actionsOf } from '../permissions/matrix.js';
import type { HeldGrant, Viewer } from '../permissions/viewer.js';
import { SessionCookies } from './session-cookies.js';
import type { SessionView } from './session.dto.js';
import { hashOf } from './session-token.js';

interface PersonRow {
  id: string;
  name: string;
  email: string;
  body_name: string | null;
  grants: { role: Role; procedure: string | null; call: string | null; group: string | null }[];
}

interface SessionRow extends PersonRow {
  session_id: string;
  acr: string | null;
  seconds_left: number;
  /** Not written down for a minute. */
  unnoticed: boolean;
}

const { sql } = Prisma;

const viewerColumns = sql`p.id, p.name, p.email, b.name AS body_name,
  coalesce(json_agg(json_build_object('role', g.role, 'procedure', g.procedure, 'call', g.call_id, 'group', g.group_name))
    FILTER (WHERE g.id IS NOT NULL), '[]') AS grants`;
const viewerJoins = sql`LEFT JOIN body b ON b.id = p.body_id LEFT JOIN "grant" g ON g.person_id = p.id`;

@Injectable()
export class SessionService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly cookies: SessionCookies,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Who is at this browser, with grants as they are now. A request counts as a sign of life. */
  async viewerOf(request: FastifyRequest): Promise<Viewer | undefined> {
    const token = this.cookies.read(request, 'session');
    if (token === undefined) return undefined;
    const [row] = await this.prisma.$queryRaw<SessionRow[]>`
      SELECT ${viewerColumns}, s.id AS session_id, s.acr, extract(epoch FROM s.expires_at - now())::int AS seconds_left,
        s.last_seen_at < now() - interval '1 minute' AS unnoticed
      FROM session s JOIN person p ON p.id = s.person_id ${viewerJoins}
      WHERE s.token_hash = ${hashOf(token)} AND s.ended_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(mins => ${this.environment.JALON_SESSION_IDLE_MINUTES}::int)
      GROUP BY p.id, b.name, s.id`;
    if (!row) return undefined;
    if (row.unnoticed) await this.notice(row.session_id);
    const strong = row.acr !== null && this.environment.JALON_OIDC_STRONG_ACR.includes(row.acr);
    return { ...viewer(row), session: { id: row.session_id, strong, secondsLeft: row.seconds_left } };
  }

  async viewerById(personId: string): Promise<Viewer | undefined> {
    const [row] = await this.prisma.$queryRaw<PersonRow[]>`
      SELECT ${viewerColumns} FROM person p ${viewerJoins} WHERE p.id = ${personId}::uuid GROUP BY p.id, b.name`;
    return row && viewer(row);
  }

  view({ id, name, email, bodyName, grants, session }: Viewer): SessionView {
    const roles = [...new Set(grants.map(({ role }) => role))];
    return {
      person: { id, name, email, ...(bodyName !== undefined && { bodyName }) },
      roles,
      actions: actionsOf(roles),
      demonstration: this.environment.JALON_DEMONSTRATION,
      strong: session?.strong ?? false,
      idleSeconds: this.environment.JALON_SESSION_IDLE_MINUTES * 60,
      secondsLeft: session?.secondsLeft ?? 0,
    };
  }

  /** Once a minute at most: requests come by the dozen, and a row that is written at each of them costs more than it tells. */
  private async notice(id: string): Promise<void> {
    await this.prisma.$executeRaw`UPDATE session SET last_seen_at = now()
      WHERE id = ${id}::uuid AND ended_at IS NULL AND last_seen_at < now() - interval '1 minute'`;
  }
}

const viewer = ({ id, name, email, body_name, grants }: PersonRow): Viewer => ({
  id,
  name,
  email,
  ...(body_name !== null && { bodyName: body_name }),
  grants: grants.map(({ role, procedure, call, group }): HeldGrant => ({
    role,
    ...(procedure !== null && { procedure }),
    ...(call !== null && { callId: call }),
    ...(group !== null && { group }),
  })),
});
