import { daysBetween } from '#workflows/calendar/civil-date.js';
import { addWorkingDays } from '#workflows/calendar/holidays.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { directorsYearR1 } from '#workflows/directors-year/directors-year.r1.js';
import { noSign } from '#workflows/reconversion/clocks.js';
import { reachOut } from '#workflows/reconversion/tasks/support.js';
import { Prisma } from '#prisma/generated/client.js';
import type { Viewer } from '../permissions/viewer.js';
import { countedCases, visibleCases } from '../permissions/visibility.js';
import { cohortProcedure } from '../cohorts/cohort-reader.js';
import { goneOutcomes, goneStages, stuckAfterWorkingDays } from './standing.js';

type Sql = Prisma.Sql;
const { sql } = Prisma;

/** The wait of a participant who was sent a message after ten silent working days. */
const afterNudge = 'after-nudge';

/**
 * `WITH` clause that defines `standing`, the one place that says how each case of a group stands: a count is a count of these rows, and the
 * list behind it lists them. They are cases of cohorts, editions and calls that the viewer may count; `listed` where they may also read
 * them by name.
 *
 * `sign`: of a case that runs, the earliest last day of what somebody is to do, and whether the participant is silent. Like the wave of a
 * year, it is looked up case by case: joined as a whole, a plan made before the tables are analysed compares every case with every other.
 *
 * The clock of a case may run ahead on a demonstration: days are compared with the case's own.
 */
export const withStanding = (viewer: Viewer, now: Instant): Sql => {
  const today = civilDateAt(now);
  const stuckAfterDays = daysBetween(addWorkingDays(today, -stuckAfterWorkingDays, 'metropole'), today);
  return sql`WITH standing AS MATERIALIZED (
    SELECT c.ref, c.procedure, c.revision, c.title, c.body_name, c.owner_id, c.stage, c.status, c.outcome, c.opened_at, c.next_day, c.last_seq,
      ${visibleCases(viewer, 'read board')} AS listed,
      CASE WHEN p.ref IS NOT NULL THEN 'cohort:' || p.ref
        WHEN e.id IS NOT NULL THEN 'edition:' || e.id || ':'
          || (SELECT o.entry #>> '{input,wave}' FROM journal o WHERE o.case_ref = c.ref AND o.seq = 1)
        ELSE 'call:' || l.id END AS group_key,
      CASE WHEN c.status = 'closed' AND c.procedure || '/' || c.outcome = ANY (${[...goneOutcomes]}) THEN 'gone'
        WHEN c.status = 'closed' THEN 'ended'
        WHEN c.procedure || '/' || c.stage = ANY (${[...goneStages]}) THEN 'gone'
        WHEN c.status = 'paused' THEN 'paused' ELSE 'running' END AS place,
      COALESCE(sign.due < day.today, FALSE) AS late,
      COALESCE(sign.nudged OR sign.silent_on < day.today OR sign.due <= day.today - ${stuckAfterDays}::int, FALSE) AS stuck
    FROM case_file c
    LEFT JOIN clock_lead k ON k.case_ref = c.ref
    LEFT JOIN case_file p ON p.ref = c.parent_ref AND p.procedure = ${cohortProcedure}
    LEFT JOIN edition e ON e.id = c.call_id AND c.procedure = ${directorsYearR1.id}
    LEFT JOIN call l ON l.id = c.call_id AND l.procedure = c.procedure
    CROSS JOIN LATERAL (SELECT CASE WHEN k.lead_ms IS NULL THEN ${today}::date
      ELSE ((${new Date(now)}::timestamptz + k.lead_ms * interval '1 millisecond') AT TIME ZONE 'Europe/Paris')::date END AS today) AS day
    LEFT JOIN LATERAL (
      SELECT min(w.last_day) FILTER (WHERE w.kind IN ('task', 'event') AND NOT w.optional) AS due,
        bool_or((w.kind = 'task' AND w.key = ${reachOut.key}) OR (w.kind = 'date' AND w.key = ${afterNudge})) AS nudged,
        min(w.last_day) FILTER (WHERE w.kind = 'clock' AND w.key = ${noSign.key}) AS silent_on
      FROM wait w WHERE w.case_ref = c.ref AND NOT w.stopped) AS sign ON c.status = 'open'
    WHERE ${countedCases(viewer, 'read board')} AND (p.ref IS NOT NULL OR e.id IS NOT NULL OR l.id IS NOT NULL))`;
};
