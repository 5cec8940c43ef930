import { Injectable } from '@nestjs/common';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { CaseView } from '#workflows/kit/case-view.js';
import { termsOf } from '../calls/call-terms.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { procedureOf } from '../procedures.js';
import { closingDays, creditCalendar, creditItems, expectedCredits, type MonthTotal } from './credit-calendar.js';
import type { CreditCalendar } from './credits.dto.js';
import { withRows } from './figure-rows.js';
import { ReadableCalls } from './readable-calls.js';

/** What a call commits and pays in a year, and what is still expected before its credits close. */
@Injectable()
export class CreditsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly calls: ReadableCalls,
  ) {}

  async of(viewer: Viewer, callId: string, askedYear?: number): Promise<CreditCalendar> {
    const call = await this.calls.one(viewer, callId);
    const today = civilDateAt(Date.now());
    const days = closingDays(askedYear ?? Number(today.slice(0, 4)), termsOf(call).yearEnd);
    const [done, open] = await Promise.all([this.done(viewer, callId, days.year), this.open(viewer, callId)]);
    const expected = open.flatMap(({ view }) => expectedCredits(view, procedureOf(view.procedure, view.revision), days, today));
    return { callId, title: call.title, ...creditCalendar(days, done, expected, today) };
  }

  private done(viewer: Viewer, callId: string, year: number): Promise<MonthTotal[]> {
    return this.prisma.$queryRaw<MonthTotal[]>`
      ${withRows(viewer, [callId], ['committed', 'paid', 'clawedBack'])}
      SELECT to_char(at AT TIME ZONE 'Europe/Paris', 'YYYY-MM') AS month, figure, sum(value)::float8 AS cents
      FROM figure_rows WHERE extract(year FROM at AT TIME ZONE 'Europe/Paris') = ${year} GROUP BY 1, 2`;
  }

  private open(viewer: Viewer, callId: string): Promise<{ view: CaseView }[]> {
    return this.prisma.$queryRaw<{ view: CaseView }[]>`
      ${withRows(viewer, [callId], ['cases'])}
      SELECT c.view FROM figure_rows r JOIN case_file c ON c.ref = r.case_ref WHERE EXISTS
        (SELECT 1 FROM wait w WHERE w.case_ref = c.ref AND w.key = ANY (${Object.keys(creditItems)}))`;
  }
}
