import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import { rehearse, rehearseFrom, type Scenario } from '#workflows/kit/rehearsal.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { ftapInput, players } from '../test/builders/ftap.js';

const scenario: Scenario<FtapInput> = { name: 'bench', input: ftapInput(), start: instantAt('2024-02-05', '10:00'), play: players() };

/** Whole grants rehearsed, and running ones forecast from the middle of their journal. */
export async function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const { journal } = await rehearse(ftapR1, scenario);
  const half = journal.slice(0, Math.floor(journal.length / 2));
  const whole = await perSecond(2_000, () => rehearse(ftapR1, scenario));
  const forecast = await perSecond(2_000, () => rehearseFrom(ftapR1, scenario, half));
  return [
    { name: `rehearsals of a whole grant (${journal.length} entries)`, value: whole, unit: '/s' },
    { name: 'forecasts of a running grant', value: forecast, unit: '/s' },
  ];
}

async function perSecond(times: number, what: () => Promise<unknown>): Promise<number> {
  for (let n = 0; n < times / 10; n++) await what();
  const start = performance.now();
  for (let n = 0; n < times; n++) await what();
  return Math.round((times * 1000) / (performance.now() - start));
}
