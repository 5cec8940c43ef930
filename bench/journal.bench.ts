import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { commit } from '#activities/journal/commit.js';
import { rebuild } from '#activities/journal/rebuild.js';
import { verify } from '#activities/journal/verify.js';
import { testKeys } from '../test/builders/codec-keys.js';
import { journals, underNewRef, type BuiltJournal } from '../test/builders/journals.js';

const ENTRIES = 100_000;
const WRITERS = 8;

/** What a case waits for at each act, and how long a whole service's journal takes to verify and to rebuild. Needs DATABASE_URL. */
export async function run(): Promise<{ name: string; value: number; unit: string }[]> {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: WRITERS });
  try {
    const stories = await journals([1, 2, 3, 4, 5]);
    const alone = await commitAll(pool, some(stories, 2_000), 1);
    const together = await commitAll(pool, some(stories, 10_000), WRITERS);
    await fill(pool, some(stories, ENTRIES));
    const rebuilt = await timed(() => count(rebuild(pool, testKeys)));
    const client = await pool.connect();
    const verified = await timed(() => count(verify(client, testKeys)));
    client.release();
    return [
      { name: 'commits of one entry, one after the other', value: alone, unit: '/s' },
      { name: `commits of one entry, ${WRITERS} cases at once`, value: together, unit: '/s' },
      { name: 'rebuild of about 112,000 entries', value: rebuilt, unit: 's' },
      { name: 'verification of about 112,000 entries', value: verified, unit: 's' },
    ];
  } finally {
    await pool.end();
  }
}

/** New cases of at least this many entries in all. */
function some(stories: readonly BuiltJournal[], entries: number): BuiltJournal[] {
  const result: BuiltJournal[] = [];
  for (let n = 0, total = 0; total < entries; n++) {
    const story = stories[n % stories.length];
    if (!story) throw new RangeError('No procedure gave a journal.');
    result.push(underNewRef(story, `bench-${randomUUID()}`));
    total += story.entries.length;
  }
  return result;
}

async function commitAll(pool: pg.Pool, cases: readonly BuiltJournal[], writers: number): Promise<number> {
  const left = [...cases];
  const seconds = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let next = left.pop(); next; next = left.pop())
          for (const entry of next.entries) await commit(pool, testKeys, { ref: next.ref, entries: [entry] });
      }),
    ),
  );
  return Math.round(cases.reduce((total, { entries }) => total + entries.length, 0) / seconds);
}

async function fill(pool: pg.Pool, cases: readonly BuiltJournal[]): Promise<void> {
  for (const one of cases) await commit(pool, testKeys, one);
  await pool.query('ANALYZE');
}

async function count(faults: AsyncIterable<unknown>): Promise<void> {
  for await (const fault of faults) throw new Error(`The journal is at fault: ${JSON.stringify(fault)}`);
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await what();
  return Math.round(performance.now() - begin) / 1000;
}
