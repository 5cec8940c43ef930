import { refreshForecasts } from '#activities/forecast/refresh.js';
import { createPrisma } from '#prisma/client.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { loadRunningCases } from './forecast-filling.js';
import { type Measurement, rounded, timed } from './measurement.js';

const CASES = 10_000;
const today = instantAt('2026-07-01', '08:00');

/** The forecast of a whole service, from its journals in the database to its weeks in the database. Needs DATABASE_URL. */
export async function run(): Promise<Measurement[]> {
  const url = process.env.DATABASE_URL ?? '';
  const entries = await loadRunningCases(url, CASES, today);
  const prisma = createPrisma(url);
  try {
    // Once over a part, so that what is compiled on the way is not measured.
    await refreshForecasts(prisma, today);
    const whole = (await timed(() => refreshForecasts(prisma, today + 86_400_000))) / 1000;
    const { unforeseen } = await refreshForecasts(prisma, today + 2 * 86_400_000);
    if (unforeseen > 0) throw new Error(`${unforeseen} cases are unforeseen.`);
    const again = await timed(() => refreshForecasts(prisma, today + 2 * 86_400_000));
    return [
      { name: `forecast of ${CASES} running cases (${Math.round(entries / 1000)},000 entries)`, value: rounded(whole), unit: 's' },
      { name: 'the same when no case has moved', value: rounded(again), unit: 'ms' },
    ];
  } finally {
    await prisma.$disconnect();
  }
}
