import { Inject, Injectable } from '@nestjs/common';
import { extrasDomain } from '#activities/demonstration/extras.js';
import { type Role, roles } from '#workflows/kit/people.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { roleTitles } from '../people/role-titles.js';
import { Problem } from '../problems/problem.js';
import type { DemonstrationAccount } from './demonstration.dto.js';

const order = Object.keys(roles);

@Injectable()
export class DemonstrationService {
  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Synthetic people but for the extras, in the order of the matrix's roles. */
  async accounts(): Promise<DemonstrationAccount[]> {
    if (!this.environment.JALON_DEMONSTRATION) throw new Problem('demonstrationOnly');
    const people = await this.prisma.person.findMany({
      where: { synthetic: true, grants: { some: {} }, NOT: { email: { endsWith: `@${extrasDomain}` } } },
      select: { email: true, name: true, grants: { select: { role: true } } },
      orderBy: { email: 'asc' },
    });
    return people
      .map(({ email, name, grants }) => ({ email, name, role: grants[0]?.role as Role, roleLabel: titles(grants) }))
      .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  }
}

const titles = (grants: { role: string }[]) => [...new Set(grants.map(({ role }) => roleTitles[role as Role]))].join(', ');
