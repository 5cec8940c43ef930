import { Injectable } from '@nestjs/common';
import { journeyTold } from '#workflows/ftap/tasks/funded-journeys.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { Problem } from '../problems/problem.js';
import type { FundableGrant } from './funding.dto.js';

interface Found {
  ref: string;
  title: string;
  body_name: string | null;
  started: number;
}

/** Grants in somebody's perimeter that hear of journeys: they are awarded, both have signed, and they are not closed. */
@Injectable()
export class FundableGrants {
  constructor(private readonly prisma: PrismaService) {}

  async all(viewer: Viewer): Promise<Fields<FundableGrant>[]> {
    const found = await this.prisma.$queryRaw<Found[]>`
      SELECT c.ref, c.title, c.body_name,
        (SELECT count(*)::int FROM measure m WHERE m.case_ref = c.ref AND m.indicator = 'funded/started') AS started
      FROM case_file c
      WHERE c.status <> 'closed' AND ${visibleCases(viewer)}
        AND EXISTS (SELECT 1 FROM wait w WHERE w.case_ref = c.ref AND w.kind = 'event' AND w.key = ${journeyTold.key})
      ORDER BY c.title, c.ref`;
    return found.map(({ body_name, ...grant }) => ({ ...grant, ...(body_name !== null && { bodyName: body_name }) }));
  }

  /** Throws `invalid` on the field when the grant is not one that this person may name. */
  async require(viewer: Viewer, ref: string, field: string): Promise<void> {
    if ((await this.all(viewer)).some((grant) => grant.ref === ref)) return;
    throw new Problem('invalid', { fields: { [field]: 'Choisissez une subvention attribuée et en cours, de votre périmètre.' } });
  }
}
