import { Injectable } from '@nestjs/common';
import { promoted, type WaitingContext } from '#workflows/ftap/tasks/committee.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { CallAccess } from '../calls/call-access.js';
import { manages, type StoredCall } from '../calls/call-view.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Receipt } from '../openapi/receipt.dto.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { exceeded } from '../tasks/answer-guards.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { EnvelopeService } from './envelope.service.js';
import type { Promotion, WaitingCase, WaitingList } from './waiting-list.dto.js';

type Listed = Omit<WaitingCase, 'place' | 'mayBePromoted'> & { readonly item: string };

/** Cases that the committee would fund if there were money: they go on in their order, as it returns. */
@Injectable()
export class WaitingListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly calls: CallAccess,
    private readonly envelope: EnvelopeService,
    private readonly engine: CaseEngine,
  ) {}

  async of(viewer: Viewer, callId: string): Promise<WaitingList> {
    const call = await this.calls.seen(viewer, callId);
    const [listed, money] = await Promise.all([this.listed(call), this.envelope.of(callId)]);
    return {
      callId,
      callTitle: call.title,
      ...money,
      managed: manages(viewer, call),
      cases: listed.map(({ item: _item, ...one }, index) => ({
        ...one,
        place: index + 1,
        mayBePromoted: index === 0 && one.amountCents <= money.leftCents,
      })),
    };
  }

  /** Only the first of the list, and only as far as the envelope goes. */
  async promote(
    viewer: Viewer,
    { callId, ref, key }: { callId: string; ref: string; key: string },
    { amountCents }: Promotion,
  ): Promise<Receipt> {
    const call = await this.calls.managed(viewer, callId);
    return this.envelope.alone(callId, async () => {
      const listed = await this.listed(call);
      const one = listed.find((each) => each.ref === ref);
      if (!one) return this.promotedBefore(viewer, { callId, ref, key });
      if (listed[0] !== one) throw new Problem('notFirstInRank');
      const given = amountCents ?? one.amountCents;
      const { leftCents } = await this.envelope.of(callId);
      if (given > leftCents) throw exceeded(leftCents);
      return this.engine.act(ref, {
        key,
        by: viewer.id,
        roles: ['programManager'],
        act: { kind: 'happen', id: one.item, data: { amountCents: given } },
      });
    });
  }

  /** The same key again finds its first receipt: only the case knows whether it has seen it. */
  private async promotedBefore(viewer: Viewer, { callId, ref, key }: { callId: string; ref: string; key: string }): Promise<Receipt> {
    const known = await this.prisma.caseFile.count({ where: { ref, callId, status: { not: 'closed' } } });
    if (known === 0) throw new Problem('notWaitingListed');
    const act = { kind: 'happen' as const, id: `${promoted.key}-1`, data: {} };
    return this.engine.act(ref, { key, by: viewer.id, roles: ['programManager'], act }).catch((error: unknown) => {
      throw error instanceof Problem && error.code !== 'engineDown' ? new Problem('notWaitingListed') : error;
    });
  }

  private async listed({ id }: StoredCall): Promise<Listed[]> {
    const rows = await this.prisma.caseFile.findMany({
      where: { callId: id, status: 'open', waits: { some: { kind: 'event', key: promoted.key } } },
      select: { ref: true, title: true, bodyName: true, view: true },
    });
    const listed = rows.flatMap(({ ref, title, bodyName, view }): Listed[] => {
      const wait = (view as unknown as CaseView).waits.find(({ kind, key }) => kind === 'event' && key === promoted.key);
      if (!wait) return [];
      const { rank, metOn, session, amountCents } = wait.context as WaitingContext;
      return [{ ref, title, bodyName: bodyName ?? '', rank, metOn, session, amountCents, item: wait.id }];
    });
    return listed.sort((a, b) => a.metOn.localeCompare(b.metOn) || a.rank - b.rank || a.ref.localeCompare(b.ref));
  }
}
