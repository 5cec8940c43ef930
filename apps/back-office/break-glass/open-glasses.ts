import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import { holds, type HeldGrant, type Viewer } from '../permissions/viewer.js';

/** The break-glasses that are open now. */
@Injectable()
export class OpenGlasses {
  constructor(private readonly prisma: PrismaService) {}

  /** An administrator with what their break-glasses let them read: each case as an auditor reads it, who acts nowhere. */
  async through(viewer: Viewer): Promise<Viewer> {
    if (!holds(viewer, 'administrator')) return viewer;
    const open = await this.prisma.breakGlass.findMany({
      where: { personId: viewer.id, until: { gt: new Date() } },
      orderBy: { until: 'asc' },
    });
    const latest = new Map(open.map(({ caseRef, until }) => [caseRef, until]));
    const grants = [...latest].map(([ref, until]): HeldGrant => ({ role: 'auditor', glass: { ref, until } }));
    return { ...viewer, grants: [...viewer.grants, ...grants] };
  }
}
