import { Injectable } from '@nestjs/common';
import type { Call, Fund } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import { extentThrough } from '../permissions/extent-through.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';

export type CallWithFund = Call & { readonly fund: Fund };

/** Calls whose figures the viewer may read: those in the perimeter of one of their roles. A draft has no figures. */
@Injectable()
export class ReadableCalls {
  constructor(private readonly prisma: PrismaService) {}

  async all(viewer: Viewer): Promise<CallWithFund[]> {
    const calls = await this.prisma.call.findMany({
      where: { status: { not: 'draft' } },
      include: { fund: true },
      orderBy: [{ opensOn: 'desc' }, { id: 'asc' }],
    });
    return calls.filter((call) => mayRead(viewer, call));
  }

  /** Throws `notFound` alike for a call that does not exist and for one outside the viewer's perimeter. */
  async one(viewer: Viewer, id: string): Promise<CallWithFund> {
    const call = await this.prisma.call.findUnique({ where: { id }, include: { fund: true } });
    if (!call || call.status === 'draft' || !mayRead(viewer, call)) throw notFound();
    return call;
  }
}

const mayRead = (viewer: Viewer, { id, procedure }: Pick<Call, 'id' | 'procedure'>) =>
  viewer.grants.some(
    (grant) =>
      extentThrough('read figures', grant) !== undefined &&
      (grant.procedure === undefined || grant.procedure === procedure) &&
      (grant.callId === undefined || grant.callId === id),
  );
