import { Injectable } from '@nestjs/common';
import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import { instantAt, civilDateAt } from '#workflows/calendar/paris-time.js';
import { cohortProcedure } from '../cohorts/cohort-reader.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { countedCases } from '../permissions/visibility.js';
import { type GroupKey, groupName } from './board-groups.js';
import { withStanding } from './standing-rows.js';
import type { Place } from './standing.js';

/** Cases of one group that stand alike. */
export interface StandingCount {
  group_key: GroupKey;
  procedure: string;
  revision: string;
  place: Place;
  /** Of a case that is not closed; of one that is closed only its outcome counts. */
  stage: string | null;
  outcome: string | null;
  cases: number;
  late: number;
  stuck: number;
  /** The viewer may also read each of them by name. */
  listed: boolean;
}

/** How running cases would end, of a group, of a group by month (`month`), or of a procedure (no `group_key`). */
export interface EndsCount {
  group_key: GroupKey | null;
  procedure: string;
  month: string | null;
  /** Not a month's row. */
  whole: boolean;
  cases: number;
  foreseen: number;
  earliest: CivilDate | null;
  median: CivilDate | null;
  latest: CivilDate | null;
  /** They would wait for ever. */
  endless: number;
  unforeseen: number;
  /** ISO 8601. */
  computed_at: string | null;
  /** Moved since their forecast, or have none of today. */
  stale: number;
}

/** A group by its name, with or without cases. */
export interface FoundGroup {
  key: GroupKey;
  title: string;
  procedure: string;
  /** Its own case is closed, or its call. An edition is over with its cases. */
  over?: boolean;
}

/** What the database counts for the board. */
@Injectable()
export class BoardReader {
  constructor(private readonly prisma: PrismaService) {}

  /** Both in one look: how each case stands is worked out once. */
  async read(viewer: Viewer, now: Instant): Promise<{ counts: StandingCount[]; ends: EndsCount[] }> {
    const midnight = new Date(instantAt(civilDateAt(now), '00:00'));
    const [read] = await this.prisma.$queryRaw<{ counts: StandingCount[] | null; ends: EndsCount[] | null }[]>`${withStanding(viewer, now)},
      counts AS (
        SELECT group_key, procedure, revision, place, CASE WHEN status <> 'closed' THEN stage END AS stage, outcome, count(*)::int AS cases,
          count(*) FILTER (WHERE late)::int AS late, count(*) FILTER (WHERE stuck)::int AS stuck, bool_and(listed) AS listed
        FROM standing GROUP BY 1, 2, 3, 4, 5, 6),
      told AS (
        SELECT s.group_key, s.procedure, s.last_seq, f.*, to_char(f.ends_on, 'YYYY-MM') AS month
        FROM standing s LEFT JOIN case_forecast f ON f.case_ref = s.ref WHERE s.status <> 'closed'),
      ends AS (
        SELECT group_key, procedure, month, GROUPING(month) = 1 AS whole, count(*)::int AS cases, count(ends_on)::int AS foreseen,
          min(ends_on) AS earliest, percentile_disc(0.5) WITHIN GROUP (ORDER BY ends_on) AS median, max(ends_on) AS latest,
          count(*) FILTER (WHERE waits_for IS NOT NULL AND ends_on IS NULL)::int AS endless, count(unforeseen)::int AS unforeseen,
          min(computed_at) AS computed_at,
          count(*) FILTER (WHERE case_ref IS NULL OR as_of_seq <> last_seq OR computed_at < ${midnight})::int AS stale
        FROM told GROUP BY GROUPING SETS ((group_key, procedure), (group_key, procedure, month), (procedure)))
      SELECT (SELECT jsonb_agg(to_jsonb(c)) FROM counts c) AS counts,
        (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.procedure, e.group_key, e.month) FROM ends e) AS ends`;
    return { counts: read?.counts ?? [], ends: read?.ends ?? [] };
  }

  /** Groups in the viewer's perimeter, those without a case too, and those that have these keys. The latest first. */
  async groups(viewer: Viewer, keys: readonly GroupKey[]): Promise<FoundGroup[]> {
    const names = keys.map((key) => ({ key, ...groupName(key) }));
    const idsOf = (kind: string) => names.flatMap((name) => (name.kind === kind ? [name.id] : []));
    const [cohorts, editions, calls] = await Promise.all([
      this.cohorts(viewer, idsOf('cohort')),
      this.prisma.edition.findMany({ where: { id: { in: idsOf('edition') } }, orderBy: { startsOn: 'desc' } }),
      this.calls(viewer),
    ]);
    const waves = editions.flatMap(({ id, title }) =>
      names
        .filter((name) => name.kind === 'edition' && name.id === id)
        .sort((a, b) => (a.wave ?? 0) - (b.wave ?? 0))
        .map(({ key, wave }) => ({ key, title: `${title} – vague ${wave}`, procedure: 'directors-year' })),
    );
    return [...cohorts, ...waves, ...calls];
  }

  private cohorts(viewer: Viewer, refs: readonly string[]): Promise<FoundGroup[]> {
    return this.prisma.$queryRaw<FoundGroup[]>`
      SELECT 'cohort:' || c.ref AS key, c.title, o.entry #>> '{input,journey,id}' AS procedure, c.status = 'closed' AS over
      FROM case_file c JOIN journal o ON o.case_ref = c.ref AND o.seq = 1
      WHERE c.procedure = ${cohortProcedure} AND (${countedCases(viewer, 'read board')} OR c.ref = ANY (${[...refs]}))
      ORDER BY c.opened_at DESC, c.ref`;
  }

  /** A draft has no cases and no board. The perimeter of a role is a condition on a case's procedure and call: here on the call's own. */
  private calls(viewer: Viewer): Promise<FoundGroup[]> {
    return this.prisma.$queryRaw<FoundGroup[]>`
      SELECT 'call:' || c.call_id AS key, c.title, c.procedure, c.status IN ('closed', 'settled') AS over
      FROM (SELECT l.id AS call_id, l.* FROM call l) c
      WHERE c.status <> 'draft' AND ${countedCases(viewer, 'read board')} ORDER BY c.opens_on DESC, c.call_id`;
  }
}
