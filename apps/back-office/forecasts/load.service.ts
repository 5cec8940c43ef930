import { Injectable } from '@nestjs/common';
import { mondayOf } from '#activities/forecast/forecast-rows.js';
import { refreshForecasts } from '#activities/forecast/refresh.js';
import { Prisma } from '#prisma/generated/client.js';
import { addDays, type CivilDate } from '#workflows/calendar/civil-date.js';
import { civilDateAt, startOfDay } from '#workflows/calendar/paris-time.js';
import { PrismaService } from '../database/prisma.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import type { LoadView, LoadQuery, RefreshedForecasts } from './forecasts.dto.js';
import { type CountedWeek, loadLines } from './load-lines.js';

const { sql } = Prisma;

interface CountedCases {
  readonly cases: number;
  readonly stale: number;
  readonly computed_at: Date | null;
}

const mostUnforeseen = 50;

/** What people are expected to do in the weeks to come, from the forecasts of the cases in the viewer's perimeter. */
@Injectable()
export class LoadService {
  private refreshing: Promise<RefreshedForecasts> | undefined;

  constructor(
    private readonly prisma: PrismaService,
    private readonly people: PeopleService,
  ) {}

  async of(viewer: Viewer, { weeks: count = 8, procedure }: LoadQuery): Promise<LoadView> {
    const today = civilDateAt(Date.now());
    const weeks = Array.from({ length: count }, (_, n) => addDays(mondayOf(today), n * 7));
    const running = sql`c.status <> 'closed' AND ${visibleCases(viewer, 'watch load')}
      ${procedure === undefined ? sql`` : sql`AND c.procedure = ${procedure}`}`;
    const [counted, [cases], unforeseen] = await Promise.all([
      this.counted(running, weeks),
      this.cases(running, today),
      this.unforeseen(running),
    ]);
    const names = await this.people.names(counted.flatMap(({ person_id }) => person_id ?? []));
    return {
      weeks,
      lines: loadLines(counted, weeks, names),
      cases: cases?.cases ?? 0,
      stale: cases?.stale ?? 0,
      ...(cases?.computed_at && { computedAt: cases.computed_at.toISOString() }),
      unforeseen,
    };
  }

  /** Foretells whatever is stale, in all of the service. Who asks while that is under way gets the same answer. */
  refresh(): Promise<RefreshedForecasts> {
    this.refreshing ??= refreshForecasts(this.prisma, Date.now()).finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private counted(running: Prisma.Sql, weeks: readonly CivilDate[]): Promise<CountedWeek[]> {
    return this.prisma.$queryRaw<CountedWeek[]>`
      SELECT c.procedure, l.week::text, l.role, l.person_id, l.group_name, sum(l.count)::int AS count
      FROM forecast_load l JOIN case_file c ON c.ref = l.case_ref
      WHERE ${running} AND l.week >= ${weeks[0]}::date AND l.week <= ${weeks.at(-1)}::date GROUP BY 1, 2, 3, 4, 5`;
  }

  private cases(running: Prisma.Sql, today: CivilDate): Promise<CountedCases[]> {
    const midnight = new Date(startOfDay(today));
    return this.prisma.$queryRaw<CountedCases[]>`
      SELECT count(*)::int AS cases, min(f.computed_at) AS computed_at,
        count(*) FILTER (WHERE f.case_ref IS NULL OR f.as_of_seq <> c.last_seq OR f.computed_at < ${midnight})::int AS stale
      FROM case_file c LEFT JOIN case_forecast f ON f.case_ref = c.ref WHERE ${running}`;
  }

  private unforeseen(running: Prisma.Sql): Promise<LoadView['unforeseen']> {
    return this.prisma.$queryRaw<LoadView['unforeseen']>`
      SELECT c.ref, c.title, f.unforeseen AS why FROM case_file c JOIN case_forecast f ON f.case_ref = c.ref
      WHERE ${running} AND f.unforeseen IS NOT NULL ORDER BY c.ref LIMIT ${mostUnforeseen}`;
  }
}
