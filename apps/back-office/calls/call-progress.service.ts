import { Injectable } from '@nestjs/common';
import type { Call } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf, stageLabel } from '../procedures.js';
import { CallAccess } from './call-access.js';
import type { CallProgress, RunningCase } from './call-progress.dto.js';

/** Stages of a case that no longer waits for a decision or a payment. */
const afterTheMoney = ['followUp'];

/** What became of a call: its cases, and its envelope. */
@Injectable()
export class CallProgressService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CallAccess,
  ) {}

  async of(viewer: Viewer, id: string): Promise<CallProgress> {
    const call = await this.access.managed(viewer, id);
    const ofCall = { callId: id, procedure: call.procedure };
    const [drafts, filed, followedUp, closed, running, usedCents] = await Promise.all([
      this.prisma.draft.count({ where: { callId: id, caseRef: null } }),
      this.prisma.caseFile.count({ where: ofCall }),
      this.prisma.caseFile.count({ where: { ...ofCall, stage: { in: afterTheMoney }, status: { not: 'closed' } } }),
      this.prisma.caseFile.count({ where: { ...ofCall, status: 'closed' } }),
      this.running(id),
      this.usedCents(id),
    ]);
    return { drafts, filed, followedUp, closed, running, usedCents, remainingCents: Number(call.envelopeCents) - usedCents };
  }

  /** Cases of the call that are neither closed nor in follow-up, whatever their procedure: sessions of its committee are among them. */
  async running(callId: Call['id']): Promise<RunningCase[]> {
    const rows = await this.prisma.caseFile.findMany({
      where: { callId, status: { not: 'closed' }, stage: { notIn: afterTheMoney } },
      orderBy: { ref: 'asc' },
      select: { ref: true, title: true, procedure: true, revision: true, stage: true },
    });
    return rows.map(({ ref, title, procedure, revision, stage }) => ({
      ref,
      title,
      stageLabel: stageLabel(procedureOf(procedure, revision), stage),
    }));
  }

  /** What has been awarded and has not returned to the envelope. */
  async usedCents(callId: Call['id']): Promise<number> {
    const sums = await this.prisma.measure.groupBy({
      by: ['indicator'],
      where: { indicator: { in: ['awarded', 'released'] }, caseFile: { callId } },
      _sum: { value: true },
    });
    const sumOf = (indicator: string) => sums.find((sum) => sum.indicator === indicator)?._sum.value ?? 0;
    return sumOf('awarded') - sumOf('released');
  }
}
