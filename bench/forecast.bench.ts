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
    const whole = (await timed(() => refreshForecasts(prisma, today))) / 1000;
    const morning = today + 86_400_000;
    const moved = await counted(() => refreshForecasts(prisma, morning));
    const again = await timed(() => refreshForecasts(prisma, morning));
    return [
      { name: `forecast of ${CASES} running cases (${Math.round(entries / 1000)},000 entries)`, value: rounded(whole), unit: 's' },
      { name: `the next morning (${moved.computed} no longer hold)`, value: rounded(moved.ms / 1000), unit: 's' },
      { name: 'when all hold', value: rounded(again), unit: 'ms' },
    ];
  } finally {
    await prisma.$disconnect();
  }
}

async function counted(refresh: () => ReturnType<typeof refreshForecasts>): Promise<{ computed: number; ms: number }> {
  const start = performance.now();
  const { computed, unforeseen } = await refresh();
  if (unforeseen > 0) throw new Error(`${unforeseen} cases are unforeseen.`);
  return { computed, ms: performance.now() - start };
}
