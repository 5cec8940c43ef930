import { Injectable } from '@nestjs/common';
import { caseFileRow } from '#activities/journal/rows.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchDate } from '#workflows/calendar/french.js';
import { civilDateAt, startOfDay } from '#workflows/calendar/paris-time.js';
import { catalogue } from '#workflows/catalogue.js';
import { fold } from '#workflows/kit/fold.js';
import type { Entry } from '#workflows/kit/journal.js';
import { PrismaService } from '../database/prisma.service.js';
import { Problem } from '../problems/problem.js';
import { CaseClock } from '../temporal/case-clock.js';
import type { StoredCase } from './case-access.js';

/** Cases as they were: the fold of what their journal held at the end of a civil day in Paris. */
@Injectable()
export class PastCases {
  constructor(
    private readonly prisma: PrismaService,
    private readonly clock: CaseClock,
  ) {}

  /**
   * The case as it was on that day; rights stay those of today, so it keeps today's owner and perimeter.
   * Throws `dayNotReached`, `caseNotYetOpened`.
   */
  async at(now: StoredCase, day: CivilDate): Promise<StoredCase> {
    if (day > (await this.clock.today(now.ref))) throw new Problem('dayNotReached');
    const rows = await this.prisma.journal.findMany({ where: { caseRef: now.ref }, orderBy: { seq: 'asc' } });
    const entries = asOf(
      rows.map(({ entry }) => entry as unknown as Entry),
      day,
    );
    if (entries.length === 0)
      throw new Problem('caseNotYetOpened', {
        help: `Il a été déposé le ${frenchDate(civilDateAt(now.opened_at.getTime()))}\u00a0: choisissez ce jour ou un jour suivant.`,
      });
    const view = fold(undefined, entries);
    const then = caseFileRow(view, rows[entries.length - 1]?.hash ?? '');
    return {
      ...now,
      // A revision that no case follows any more may be gone: its stages and tasks are then named by today's.
      revision: catalogue.some(({ id, revision }) => id === then.procedure && revision === then.revision) ? then.revision : now.revision,
      title: then.title,
      body_name: then.body_name,
      amount_cents: then.amount_cents === null ? null : BigInt(then.amount_cents),
      stage: then.stage,
      status: then.status,
      outcome: then.outcome,
      closed_at: then.closed_at === null ? null : new Date(then.closed_at),
      next_day: then.next_day,
      view,
    };
  }
}

/** What the journal held at the end of that day, Paris time. */
export function asOf(entries: readonly Entry[], day: CivilDate): readonly Entry[] {
  const end = startOfDay(addDays(day, 1));
  const after = entries.findIndex(({ at }) => at >= end);
  return after < 0 ? entries : entries.slice(0, after);
}
