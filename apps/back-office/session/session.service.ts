import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { HeldGrant, Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import type { SessionView } from './session.dto.js';

interface PersonRow {
  id: string;
  name: string;
  email: string;
  body_name: string | null;
  grants: { role: Role; procedure: string | null; call: string | null; group: string | null }[];
}

@Injectable()
export class SessionService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** The person of a demonstration account; synthetic people only. */
  async demonstrationPerson(email: string): Promise<string> {
    if (!this.environment.JALON_DEMONSTRATION) throw new Problem('demonstrationOnly');
    const person = await this.prisma.person.findFirst({ where: { email: email.toLowerCase(), synthetic: true }, select: { id: true } });
    if (!person) throw new Problem('unknownAccount');
    return person.id;
  }

  /** Who the session's cookie names, with grants as they are now. */
  async viewerOf(request: FastifyRequest): Promise<Viewer | undefined> {
    const personId = request.session.get('personId');
    return personId === undefined ? undefined : this.viewerById(personId);
  }

  async viewerById(personId: string): Promise<Viewer | undefined> {
    const [row] = await this.prisma.$queryRaw<PersonRow[]>`
      SELECT p.id, p.name, p.email, b.name AS body_name,
        coalesce(json_agg(json_build_object('role', g.role, 'procedure', g.procedure, 'call', g.call_id, 'group', g.group_name))
          FILTER (WHERE g.id IS NOT NULL), '[]') AS grants
      FROM person p LEFT JOIN body b ON b.id = p.body_id LEFT JOIN "grant" g ON g.person_id = p.id
      WHERE p.id = ${personId}::uuid GROUP BY p.id, b.name`;
    return row && viewer(row);
  }

  view({ id, name, email, bodyName, grants }: Viewer): SessionView {
    return {
      person: { id, name, email, ...(bodyName !== undefined && { bodyName }) },
      roles: [...new Set(grants.map(({ role }) => role))],
      demonstration: this.environment.JALON_DEMONSTRATION,
    };
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
