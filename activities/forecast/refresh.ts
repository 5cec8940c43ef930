import type { PrismaClient } from '#prisma/generated/client.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { type Teller, tellersFor } from './forecast-threads.js';
import { childrenOf, forgetClosed, journalsOf, type StaleCase, staleCases } from './stale-cases.js';
import type { AskedCase } from './tell-batch.js';
import { writeForecasts } from './write-forecasts.js';

export interface Refreshed {
  readonly computed: number;
  /** Cases of which nothing can be foretold. */
  readonly unforeseen: number;
}

/** How many journals each teller holds at once. */
const batchSize = 100;

/**
 * Computes the forecasts that are stale and leaves the others alone. A case that moves meanwhile is stale again; a case that cannot be
 * foretold says why and stops nothing. Twice at once does the same work twice, to the same result.
 */
export async function refreshForecasts(prisma: PrismaClient, now: Instant): Promise<Refreshed> {
  await forgetClosed(prisma);
  const stale = await staleCases(prisma, now);
  const tellers = tellersFor(stale.length);
  try {
    let unforeseen = 0;
    // A case that depends on others waits until all of them are done.
    for (const parent of [false, true]) {
      const batches = inBatches(stale.filter((one) => one.parent === parent));
      const counts = await Promise.all(tellers.map((teller) => tellAll(prisma, teller, batches, now)));
      unforeseen += counts.reduce((sum, count) => sum + count, 0);
    }
    return { computed: stale.length, unforeseen };
  } finally {
    await Promise.all(tellers.map((teller) => teller.end()));
  }
}

const inBatches = (cases: readonly StaleCase[]): StaleCase[][] =>
  Array.from({ length: Math.ceil(cases.length / batchSize) }, (_, n) => cases.slice(n * batchSize, (n + 1) * batchSize));

/** Takes batches as long as there are any; returns how many cases are unforeseen. */
async function tellAll(prisma: PrismaClient, teller: Teller, batches: StaleCase[][], now: Instant): Promise<number> {
  let unforeseen = 0;
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    const { forecasts, loads } = await teller.tell(await asked(prisma, batch, now), civilDateAt(now));
    await writeForecasts(prisma, forecasts, loads, now);
    unforeseen += forecasts.filter((one) => one.unforeseen !== null).length;
  }
  return unforeseen;
}

async function asked(prisma: PrismaClient, batch: readonly StaleCase[], now: Instant): Promise<AskedCase[]> {
  const parents = batch.flatMap(({ ref, parent }) => (parent ? [ref] : []));
  const [journals, children] = await Promise.all([
    journalsOf(
      prisma,
      batch.map(({ ref }) => ref),
    ),
    childrenOf(prisma, parents),
  ]);
  return batch.flatMap(({ ref, lead }) => {
    const journal = journals.get(ref);
    const of = children.get(ref);
    if (journal === undefined) return [];
    return [{ ref, journal, now: now + lead, aheadDays: Math.round(lead / 86_400_000), ...(of && { children: of }) }];
  });
}
