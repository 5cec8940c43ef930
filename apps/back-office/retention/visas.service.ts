import { Injectable } from '@nestjs/common';
import { dayOf } from '#activities/retention/keep-until.js';
import type { Prisma } from '#prisma/generated/client.js';
import { CaseAccess, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import { CaseRetentionService, stateOf } from './case-retention.service.js';
import { lockedClock } from './closed-case.js';
import type { CaseRetention, EliminationVerdict } from './retention.dto.js';

/** The archives agree that a case is eliminated (code du patrimoine L212-2): one person says so, another confirms it. */
@Injectable()
export class VisasService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly clock: CaseClock,
    private readonly cases: CaseRetentionService,
  ) {}

  /** The same key twice is one visa. Throws `caseNotClosed`, `retentionHeld`, `visaTooEarly`, `notExported`, `visaGiven`, `eliminationUnderWay`. */
  async give(viewer: Viewer, ref: string, { key, visa }: { readonly key: string; readonly visa: string }): Promise<CaseRetention> {
    const one = await this.access.read(viewer, ref, 'manage retention');
    const today = await this.clock.today(ref);
    await this.prisma.$transaction(async (transaction) => {
      const { keepUntil } = await lockedClock(transaction, one);
      const standing = await this.standing(transaction, ref);
      if (standing?.id === key) return;
      if (standing) throw new Problem('visaGiven');
      if ((await transaction.retentionHold.count({ where: { caseRef: ref, until: null } })) > 0) throw new Problem('retentionHeld');
      if (stateOf(dayOf(keepUntil), false, today) === 'kept') throw new Problem('visaTooEarly');
      await this.requireExport(transaction, one);
      const { count } = await transaction.eliminationVisa.createMany({
        data: { id: key, caseRef: ref, visa, givenBy: viewer.id },
        skipDuplicates: true,
      });
      if (count === 0) throw new Problem('keyUsed');
    });
    return this.cases.of(viewer, one);
  }

  /** Throws `noVisaWaiting`; `separationOfDuties` to who gave it. */
  async decide(viewer: Viewer, ref: string, verdict: EliminationVerdict): Promise<CaseRetention> {
    const one = await this.access.read(viewer, ref, 'confirm elimination');
    await this.prisma.$transaction(async (transaction) => {
      await lockedClock(transaction, one);
      const visa = await this.standing(transaction, ref);
      if (visa?.verdict !== null) throw new Problem('noVisaWaiting');
      if (visa.givenBy === viewer.id) throw new Problem('separationOfDuties');
      await transaction.eliminationVisa.update({ where: { id: visa.id }, data: { verdict, decidedBy: viewer.id, decidedAt: new Date() } });
    });
    return this.cases.of(viewer, one);
  }

  private standing(transaction: Prisma.TransactionClient, caseRef: string) {
    return transaction.eliminationVisa.findFirst({ where: { caseRef, OR: [{ verdict: null }, { verdict: 'confirmed' }] } });
  }

  /** Somebody of the service has exported the pack since the closing: the log of reads says so. */
  private async requireExport(transaction: Prisma.TransactionClient, { ref, closed_at }: StoredCase): Promise<void> {
    // A demonstration's clock may have closed the case ahead of the wall clock, by which reads are dated.
    const since = closed_at && closed_at.getTime() < Date.now() ? closed_at : new Date(0);
    const count = await transaction.accessEntry.count({ where: { caseRef: ref, what: 'exportCase', at: { gte: since } } });
    if (count === 0) throw new Problem('notExported');
  }
}
