import { Injectable } from '@nestjs/common';
import { moveClock } from '#activities/retention/clocks.js';
import { dateOf, dayOf } from '#activities/retention/keep-until.js';
import { CaseAccess } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseRetentionService } from './case-retention.service.js';
import { lockedClock } from './closed-case.js';
import type { CaseRetention } from './retention.dto.js';

/** While there is a dispute about a closed case, its clock stands still. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly clock: CaseClock,
    private readonly cases: CaseRetentionService,
  ) {}

  /** The same key twice stops it once. Throws `caseNotClosed`, `retentionHeld`, `eliminationUnderWay`. */
  async place(viewer: Viewer, ref: string, { key, reason }: { readonly key: string; readonly reason: string }): Promise<CaseRetention> {
    const one = await this.access.read(viewer, ref, 'manage retention');
    const today = await this.clock.today(ref);
    await this.prisma.$transaction(async (transaction) => {
      await lockedClock(transaction, one);
      const open = await transaction.retentionHold.findFirst({ where: { caseRef: ref, until: null } });
      if (open?.id === key) return;
      if (open) throw new Problem('retentionHeld');
      const hold = { id: key, caseRef: ref, reason, since: dateOf(today), placedBy: viewer.id };
      const { count } = await transaction.retentionHold.createMany({ data: hold, skipDuplicates: true });
      if (count === 0) throw new Problem('keyUsed');
      // Who agreed to the end did not know of the dispute.
      await transaction.eliminationVisa.updateMany({
        where: { caseRef: ref, OR: [{ verdict: null }, { verdict: 'confirmed' }] },
        data: { verdict: 'lapsed' },
      });
    });
    return this.cases.of(viewer, one);
  }

  /** Throws `caseNotClosed`, `retentionNotHeld`. */
  async release(viewer: Viewer, ref: string, reason: string): Promise<CaseRetention> {
    const one = await this.access.read(viewer, ref, 'manage retention');
    const today = await this.clock.today(ref);
    await this.prisma.$transaction(async (transaction) => {
      await lockedClock(transaction, one);
      const open = await transaction.retentionHold.findFirst({ where: { caseRef: ref, until: null } });
      if (!open) throw new Problem('retentionNotHeld');
      const since = dayOf(open.since);
      await transaction.retentionHold.update({
        where: { id: open.id },
        data: {
          until: dateOf(today < since ? since : today),
          releasedBy: viewer.id,
          releasedAt: new Date(),
          releaseReason: reason,
        },
      });
      await moveClock(transaction, ref);
    });
    return this.cases.of(viewer, one);
  }
}
