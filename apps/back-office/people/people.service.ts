import { Injectable } from '@nestjs/common';
import type { Role } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import type { PeopleQuery, PersonView } from './people.dto.js';
import { roleTitles } from './role-titles.js';

const mostShown = 200;
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Injectable()
export class PeopleService {
  constructor(private readonly prisma: PrismaService) {}

  async list({ role, q }: PeopleQuery): Promise<PersonView[]> {
    const people = await this.prisma.person.findMany({
      where: {
        ...(role && { grants: { some: { role } } }),
        ...(q && { name: { contains: q, mode: 'insensitive' as const } }),
      },
      include: { grants: true, body: true },
      orderBy: { name: 'asc' },
      take: mostShown,
    });
    return people.map(({ id, name, body, grants }) => ({
      id,
      name,
      ...(body && { bodyName: body.name }),
      roles: grants.map((grant) => ({
        role: grant.role as Role,
        roleLabel: roleTitles[grant.role as Role],
        ...(grant.procedure !== null && { procedure: grant.procedure }),
        ...(grant.callId !== null && { callId: grant.callId }),
        ...(grant.groupName !== null && { group: grant.groupName }),
      })),
    }));
  }

  /** Names by id, of people and of service accounts; `clock` and other authors are left out. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)].filter((id) => isUuid.test(id));
    if (wanted.length === 0) return new Map();
    const found = await this.prisma.$queryRaw<{ id: string; name: string }[]>`
      SELECT id, name FROM person WHERE id = ANY (${wanted}::uuid[])
      UNION ALL SELECT id, name FROM service_account WHERE id = ANY (${wanted}::uuid[])`;
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
