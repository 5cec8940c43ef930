import pg from 'pg';
import { ApiPerson } from '#prisma/seed-api.js';
import { fillInbox } from './inbox-filling.js';
import { type Measurement, percentile, rounded, timed } from './measurement.js';

const OPEN_TASKS = Number(process.env.JALON_BENCH_TASKS ?? 10_000);
const REQUESTS = 100;
const WARM_UP = 10;
/** A frequent word, a rare one without its accent, one case's number. */
const texts = ['agents', 'meteo', '004217'];

/** How long people wait for their inbox, over HTTP, one request at a time. Needs MIGRATION_DATABASE_URL and a back office that runs. */
export async function run(): Promise<Measurement[]> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  await fillInbox(client, OPEN_TASKS).finally(() => client.end());

  const baseUrl = process.env.JALON_BASE_URL ?? '';
  const reviewer = await ApiPerson.signIn(baseUrl, 'sacha.modele@exemple.gouv.invalid');
  const manager = await ApiPerson.signIn(baseUrl, 'ariel.pilote@exemple.gouv.invalid');
  const requests: readonly [string, ApiPerson, readonly string[]][] = [
    ['reviewer, mine', reviewer, ['/tasks?scope=mine']],
    ...(await pages('reviewer, groups', reviewer, 'groups')),
    ...(await pages('program manager, all', manager, 'all')),
  ];
  const results: Measurement[] = [];
  const all: number[] = [];
  for (const [name, person, paths] of requests) {
    const times = await sample(person, paths);
    all.push(...times);
    results.push({ name: `inbox, ${name}, p50`, value: rounded(percentile(times, 0.5)), unit: 'ms' });
    results.push({ name: `inbox, ${name}, p95`, value: rounded(percentile(times, 0.95)), unit: 'ms' });
  }
  return [{ name: `inbox with ${OPEN_TASKS} open tasks, p95 of all`, value: rounded(percentile(all, 0.95)), unit: 'ms' }, ...results];
}

async function pages(name: string, person: ApiPerson, scope: string): Promise<[string, ApiPerson, string[]][]> {
  const first = `/tasks?scope=${scope}`;
  const { nextCursor, total } = await person.get<{ nextCursor?: string; total: number }>(first);
  if (nextCursor === undefined) throw new Error(`${name}: there is no second page.`);
  const searches = texts.map((text) => `${first}&q=${encodeURIComponent(text)}`);
  for (const path of searches) if ((await person.get<{ total: number }>(path)).total === 0) throw new Error(`${path} finds nothing.`);
  return [
    [`${name} (${total}), first page`, person, [first]],
    [`${name}, second page`, person, [`${first}&cursor=${encodeURIComponent(nextCursor)}`]],
    [`${name}, search`, person, searches],
    [`${name}, counts`, person, ['/tasks/counts']],
  ];
}

/** Milliseconds of each request, the body read; the paths take turns. */
async function sample(person: ApiPerson, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + REQUESTS; n++) times.push(await timed(() => person.get(paths[n % paths.length] ?? '')));
  return times.slice(WARM_UP);
}
