import type { CivilDate, Instant } from '#workflows/calendar/civil-date.js';
import type { Entry } from '#workflows/kit/journal.js';
import { forecastOf } from './forecast-of.js';
import { forecastRow, type ForecastRow, loadRows, type LoadRow } from './forecast-rows.js';

/** A case as a thread is handed it. */
export interface AskedCase {
  readonly ref: string;
  /** Its journal as JSON text, which is handed over and read where it is used. */
  readonly journal: string;
  /** What time it is in the case, and how many days that is ahead of the service. */
  readonly now: Instant;
  readonly aheadDays: number;
  readonly children?: ReadonlyMap<string, CivilDate | undefined>;
}

export interface ToldBatch {
  readonly forecasts: readonly ForecastRow[];
  readonly loads: readonly LoadRow[];
}

/** How many rehearsals take turns: more share the cost of a turn, but no longer fit the processor's caches. */
const lanes = 8;

/** The rows of some cases on the service's day. Each step of a rehearsal yields to whatever else the process does. */
export async function tellBatch(cases: readonly AskedCase[], today: CivilDate): Promise<ToldBatch> {
  const left = [...cases];
  const told: Awaited<ReturnType<typeof tell>>[] = [];
  const lane = async () => {
    for (let one = left.pop(); one; one = left.pop()) told.push(await tell(one, today));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { forecasts: told.map(({ forecast }) => forecast), loads: told.flatMap(({ loads }) => loads) };
}

async function tell({ ref, journal: text, aheadDays, ...told }: AskedCase, today: CivilDate) {
  const journal = JSON.parse(text) as Entry[];
  const forecast = await forecastOf({ ...told, journal });
  return { forecast: forecastRow(ref, journal.length, forecast, aheadDays), loads: loadRows(ref, forecast, today, aheadDays) };
}
