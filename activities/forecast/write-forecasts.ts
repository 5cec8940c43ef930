import type { PrismaClient } from '#prisma/generated/client.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { ForecastRow, LoadRow } from './forecast-rows.js';

/**
 * Puts the forecasts of some cases in the place of their former ones. The first statement holds the cases' rows until the end, in the
 * order of their references: whoever writes the same cases at the same time comes before or after, with the whole of their weeks.
 */
export async function writeForecasts(
  prisma: PrismaClient,
  forecasts: readonly ForecastRow[],
  loads: readonly LoadRow[],
  computedAt: Instant,
): Promise<void> {
  const rows = JSON.stringify([...forecasts].sort((a, b) => (a.case_ref < b.case_ref ? -1 : 1)));
  await prisma.$transaction([
    prisma.$executeRaw`
      INSERT INTO case_forecast (case_ref, as_of_seq, computed_at, ends_on, outcome, waits_for, unforeseen, holds_until)
      SELECT case_ref, as_of_seq, ${new Date(computedAt)}, ends_on, outcome, waits_for, unforeseen, holds_until FROM jsonb_to_recordset(${rows}::jsonb)
        AS t(case_ref text, as_of_seq int, ends_on date, outcome text, waits_for text, unforeseen text, holds_until date)
      ON CONFLICT (case_ref) DO UPDATE SET as_of_seq = EXCLUDED.as_of_seq, computed_at = EXCLUDED.computed_at, ends_on = EXCLUDED.ends_on,
        outcome = EXCLUDED.outcome, waits_for = EXCLUDED.waits_for, unforeseen = EXCLUDED.unforeseen, holds_until = EXCLUDED.holds_until`,
    prisma.$executeRaw`DELETE FROM forecast_load WHERE case_ref = ANY (${forecasts.map(({ case_ref }) => case_ref)})`,
    prisma.$executeRaw`
      INSERT INTO forecast_load (case_ref, week, role, person_id, group_name, count)
      SELECT case_ref, week, role, person_id, group_name, count FROM jsonb_to_recordset(${JSON.stringify(loads)}::jsonb)
        AS t(case_ref text, week date, role text, person_id uuid, group_name text, count int)`,
  ]);
}
