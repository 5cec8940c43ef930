import { Inject, Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { visibleCases } from '../permissions/visibility.js';
import { Problem } from '../problems/problem.js';
import { cohortProcedure, CohortReader, watchesCohorts } from './cohort-reader.js';
import { type CohortFound, cohortYear, type Measured, nothing } from './cohort-year.js';
import type { CohortYear } from './cohort-year.dto.js';

const { sql } = Prisma;

type MeasuredRow = Measured & { cohort: string };

/** The cohorts that count for a year's aim, and what became of their members. */
@Injectable()
export class CohortYearService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly reader: CohortReader,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Cohorts in the viewer's perimeter. Throws `forbidden` for who does not watch over cohorts. */
  async of(viewer: Viewer, year: number): Promise<Fields<CohortYear>> {
    if (!watchesCohorts(viewer)) throw new Problem('forbidden');
    return cohortYear(year, await this.found(viewer, year), this.environment.JALON_FUNDED_JOURNEYS);
  }

  /** The year that a cohort counts for stands in what it opened with: entry 1 of its journal, which never changes. */
  async found(viewer: Viewer, year: number): Promise<CohortFound[]> {
    const rows = await this.prisma.$queryRaw<{ ref: string }[]>`
      SELECT c.ref FROM case_file c JOIN journal j ON j.case_ref = c.ref AND j.seq = 1
      WHERE c.procedure = ${cohortProcedure} AND ${visibleCases(viewer)} AND (j.entry #>> '{input,quotaYear}')::int = ${year}
      ORDER BY c.ref`;
    const refs = rows.map(({ ref }) => ref);
    const [states, measured] = await Promise.all([Promise.all(refs.map((ref) => this.reader.stateOf(ref))), this.measured(refs)]);
    return refs.flatMap((ref, index) => {
      const state = states[index];
      return state ? [{ ref, state, measured: measured.get(ref) ?? nothing }] : [];
    });
  }

  private async measured(refs: readonly string[]): Promise<ReadonlyMap<string, Measured>> {
    const rows = await this.prisma.$queryRaw<MeasuredRow[]>`
      WITH said AS (
        SELECT c.parent_ref AS cohort, c.ref, m.indicator, m.value, m.seq FROM case_file c JOIN measure m ON m.case_ref = c.ref
        WHERE c.parent_ref = ANY (${[...refs]}) AND m.indicator LIKE 'journey/%'),
      post AS (
        SELECT DISTINCT ON (ref) ref, value FROM said
        WHERE indicator = 'journey/assigned' OR indicator LIKE 'journey/followUp/%' ORDER BY ref, seq DESC),
      one AS (
        SELECT cohort, ref, ${ever(sql`indicator = 'journey/started'`)} AS started, ${ever(sql`indicator = 'journey/funded'`)} AS funded,
          ${ever(sql`indicator = 'journey/completed' AND value = 1`)} AS completed,
          ${ever(sql`indicator = 'journey/completed' AND value = 0`)} AS ended
        FROM said GROUP BY cohort, ref)
      SELECT o.cohort, ${count(sql`o.started`)} AS started, ${count(sql`o.completed`)} AS completed,
        ${count(sql`o.started AND o.ended AND NOT o.completed`)} AS "endedOtherwise", ${count(sql`p.value = 1`)} AS "inPost",
        ${count(sql`o.funded`)} AS funded
      FROM one o LEFT JOIN post p ON p.ref = o.ref GROUP BY o.cohort`;
    return new Map(rows.map(({ cohort, ...counts }) => [cohort, counts]));
  }
}

const ever = (condition: Prisma.Sql): Prisma.Sql => sql`bool_or(${condition})`;
const count = (condition: Prisma.Sql): Prisma.Sql => sql`(count(*) FILTER (WHERE ${condition}))::int`;
