import type { PrismaClient } from '#prisma/generated/client.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { forecastOf } from './forecast-of.js';
import { forecastRow, loadRows } from './forecast-rows.js';
import { childrenOf, forgetClosed, journalsOf, type StaleCase, staleCases } from './stale-cases.js';
import { writeForecasts } from './write-forecasts.js';

export interface Refreshed {
  readonly computed: number;
  /** Cases of which nothing can be foretold. */
  readonly unforeseen: number;
}

/** How many journals are in memory at once. Their rehearsals take turns, and each yields to whatever else the process does. */
const batchSize = 100;

/**
 * Computes the forecasts that are stale and leaves the others alone. A case that moves meanwhile is stale again; a case that cannot be
 * foretold says why and stops nothing. Twice at once does the same work twice, to the same result.
 */
export async function refreshForecasts(prisma: PrismaClient, now: Instant): Promise<Refreshed> {
  await forgetClosed(prisma);
  const stale = await staleCases(prisma, now);
  let unforeseen = 0;
  for (const batch of batches(stale)) unforeseen += await refreshBatch(prisma, batch, now);
  return { computed: stale.length, unforeseen };
}

/** A case that depends on others is never in the batch of any of them. */
function batches(cases: readonly StaleCase[]): StaleCase[][] {
  return [false, true].flatMap((parent) => {
    const alike = cases.filter((one) => one.parent === parent);
    return Array.from({ length: Math.ceil(alike.length / batchSize) }, (_, n) => alike.slice(n * batchSize, (n + 1) * batchSize));
  });
}

async function refreshBatch(prisma: PrismaClient, batch: readonly StaleCase[], now: Instant): Promise<number> {
  const refs = batch.map(({ ref }) => ref);
  const [journals, children] = await Promise.all([
    journalsOf(prisma, refs),
    childrenOf(
      prisma,
      batch.flatMap(({ ref, parent }) => (parent ? [ref] : [])),
    ),
  ]);
  const today = civilDateAt(now);
  const told = await Promise.all(
    batch.flatMap(({ ref, lead }) => {
      const journal = journals.get(ref);
      const seq = journal?.at(-1)?.seq;
      if (!journal || seq === undefined) return [];
      const of = children.get(ref);
      return [forecastOf({ journal, now: now + lead, ...(of && { children: of }) }).then((forecast) => ({ ref, seq, lead, forecast }))];
    }),
  );
  await writeForecasts(
    prisma,
    told.map(({ ref, seq, forecast }) => forecastRow(ref, seq, forecast)),
    told.flatMap(({ ref, forecast, lead }) => loadRows(ref, forecast, today, Math.round(lead / 86_400_000))),
    now,
  );
  return told.filter(({ forecast }) => forecast.unforeseen !== undefined).length;
}
