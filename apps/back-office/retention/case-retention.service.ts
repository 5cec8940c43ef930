import { Injectable } from '@nestjs/common';
import { announcedBefore } from '#activities/retention/announce.js';
import { beginning } from '#activities/retention/clocks.js';
import { dayOf, keepUntil } from '#activities/retention/keep-until.js';
import { durationOf, ruleByKey } from '#activities/retention/rules.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { explainInFrench } from '#workflows/calendar/deadline.js';
import type { Prisma } from '#prisma/generated/client.js';
import { CaseAccess, placeOfCase, type StoredCase } from '../cases/case-access.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import { type Action, extentOf } from '../permissions/matrix.js';
import { rolesOn } from '../permissions/standing.js';
import type { Viewer } from '../permissions/viewer.js';
import { CaseClock } from '../temporal/case-clock.js';
import type { CaseRetention, RetentionState, VisaView } from './retention.dto.js';

/** How long one case is kept, on its page. */
@Injectable()
export class CaseRetentionService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: CaseAccess,
    private readonly people: PeopleService,
    private readonly clock: CaseClock,
  ) {}

  async get(viewer: Viewer, ref: string): Promise<CaseRetention> {
    return this.of(viewer, await this.access.read(viewer, ref));
  }

  async of(viewer: Viewer, one: StoredCase): Promise<CaseRetention> {
    const begun = await this.clockOf(one);
    const rule = begun && ruleByKey(begun.rule);
    if (!begun || !rule) return { state: 'running', explained: [], holds: [], ...nothingToDo };
    const where = { caseRef: one.ref };
    const [holds, visa, today] = await Promise.all([
      this.prisma.retentionHold.findMany({ where, orderBy: { since: 'asc' } }),
      this.prisma.eliminationVisa.findFirst({ where: { ...where, OR: [{ verdict: null }, { verdict: 'confirmed' }] } }),
      this.clock.today(one.ref),
    ]);
    const may = (action: Action) => mayOn(viewer, one, action);
    const reads = may('read retention');
    const held = holds.some(({ until }) => until === null);
    const spans = holds.map(({ since, until }) => ({ since: dayOf(since), until: until && dayOf(until) }));
    const due = keepUntil(rule, dayOf(begun.startsOn), spans);
    const state = stateOf(due.lastDay, held, today);
    const open = begun.orderedAt === null;
    return {
      state,
      rule: rule.label,
      duration: durationOf(rule),
      keptUntil: due.lastDay,
      explained: explainInFrench(due),
      holds: spans.map(({ since, until }, index) => ({
        since,
        ...(until !== null && { until }),
        ...(reads && holds[index]?.reason && { reason: holds[index].reason }),
      })),
      ...(visa && reads && { visa: await this.visaView(visa) }),
      mayHold: open && !held && may('manage retention'),
      mayRelease: held && may('manage retention'),
      mayGiveVisa: open && !visa && (state === 'ending' || state === 'over') && may('manage retention'),
      mayDecideVisa: visa?.verdict === null && visa.givenBy !== viewer.id && may('confirm elimination'),
    };
  }

  /** The clock that has begun, or as it will begin tomorrow morning. */
  private async clockOf(one: StoredCase): Promise<Pick<Prisma.RetentionModel, 'rule' | 'startsOn' | 'orderedAt'> | undefined> {
    if (one.status !== 'closed' || !one.closed_at) return undefined;
    const stored = await this.prisma.retention.findUnique({ where: { caseRef: one.ref } });
    if (stored) return stored;
    const row = await beginning(this.prisma, { ref: one.ref, procedure: one.procedure, outcome: one.outcome, closedAt: one.closed_at });
    return row && { rule: row.rule, startsOn: new Date(row.startsOn), orderedAt: null };
  }

  private async visaView({ visa, givenBy, givenAt, decidedBy, decidedAt }: Prisma.EliminationVisaModel): Promise<VisaView> {
    const names = await this.people.names([givenBy, ...(decidedBy ? [decidedBy] : [])]);
    return {
      visa,
      givenBy: names.get(givenBy) ?? '',
      givenAt: givenAt.toISOString(),
      ...(decidedBy && decidedAt && { confirmedBy: names.get(decidedBy) ?? '', confirmedAt: decidedAt.toISOString() }),
    };
  }
}

const nothingToDo = { mayHold: false, mayRelease: false, mayGiveVisa: false, mayDecideVisa: false };

const mayOn = (viewer: Viewer, one: StoredCase, action: Action): boolean =>
  rolesOn(placeOfCase(one), { ...viewer, grants: viewer.grants.filter(({ glass }) => glass === undefined) }, action).some(
    (role) => extentOf(action, role) !== undefined,
  );

export function stateOf(lastDay: CivilDate, held: boolean, today: CivilDate): Exclude<RetentionState, 'running' | 'destroyed'> {
  if (held) return 'held';
  if (lastDay < today) return 'over';
  return lastDay <= addDays(today, announcedBefore.early) ? 'ending' : 'kept';
}
