import pg from 'pg';
import { commit } from '#activities/journal/commit.js';
import type { Instant } from '#workflows/calendar/civil-date.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { rehearse } from '#workflows/kit/rehearsal.js';
import { typicalPlayerOf } from '#workflows/typical.js';
import { atAnyPace } from '../test/builders/any-pace.js';
import { testKeys } from '../test/builders/codec-keys.js';
import { samples } from '../test/builders/inputs.js';
import { withUuids } from '../test/builders/journals.js';
import { randomOf } from '../test/builders/random-answers.js';

const WRITERS = 8;

/** Of a hundred running cases, how many follow each procedure, and since how many days at most they run. */
const mix: Readonly<Record<string, readonly [share: number, days: number]>> = {
  ftap: [60, 900],
  'reconversion-3m': [12, 300],
  'reconversion-6m': [8, 400],
  'directors-year': [15, 330],
  'ftap-committee': [2, 25],
  'seated-event': [2, 40],
  cohort: [1, 60],
};

/** Running cases of every procedure at every age, written by the journal's own commit; returns how many entries they have. */
export async function loadRunningCases(url: string, count: number, now: Instant): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: WRITERS });
  const cases = runningCases(count, now);
  let entries = 0;
  const write = async () => {
    for await (const { ref, journal } of cases) {
      entries += journal.length;
      await commit(pool, testKeys, { ref, entries: journal });
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, write));
    await pool.query('ANALYZE');
    return entries;
  } finally {
    await pool.end();
  }
}

/** Cases that go as expected, each person at a pace of their own; what is over by now is left out. */
async function* runningCases(count: number, now: Instant): AsyncGenerator<{ ref: string; journal: Entry[] }> {
  for (const { procedure, inputOn, name } of samples()) {
    const [share, days] = mix[procedure.id] ?? [0, 0];
    for (let found = 0, seed = 1; found < (share * count) / 100; seed++) {
      const ref = `${procedure.id}-${String(seed).padStart(6, '0')}`;
      const start = Math.round(now - randomOf(ref)() * days * 86_400_000);
      const play = atAnyPace(typicalPlayerOf(procedure.id), ref);
      const scenario = { name, ref, input: inputOn(civilDateAt(start)), start, play, by: 'applicant-1' };
      const { journal, outcome } = await rehearse(procedure, scenario, { until: now });
      if (outcome) continue;
      found++;
      yield { ref, journal: withUuids(journal) };
    }
  }
}
