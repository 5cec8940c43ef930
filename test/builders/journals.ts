import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { commit } from '#activities/journal/commit.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { roles } from '#workflows/kit/people.js';
import { rehearse, type ScheduledAct } from '#workflows/kit/rehearsal.js';
import { testKeys } from './codec-keys.js';
import { samples } from './inputs.js';
import { randomPlayer } from './random-answers.js';

export interface BuiltJournal {
  readonly ref: string;
  readonly entries: readonly Entry[];
}

const start = instantAt('2026-01-05', '10:00');
const names = new RegExp(
  `"((?:${Object.keys(roles).join('|')}|committee|budget|manager|admin|edition|trainer|delegate|jury)-\\d+|call-1|somebody)"`,
  'g',
);
const uuids = new Map<string, string>();

/** People and calls are uuids in PostgreSQL: each invented name gets its own. */
export const withUuids = (entries: readonly Entry[]): Entry[] =>
  JSON.parse(
    JSON.stringify(entries).replaceAll(names, (_, name: string) => {
      const id = uuids.get(name) ?? randomUUID();
      uuids.set(name, id);
      return `"${id}"`;
    }),
  ) as Entry[];

const byManager = (afterHours: number, intervention: ScheduledAct['act'] & { kind: 'intervene' }): ScheduledAct => ({
  at: start + afterHours * 3_600_000,
  by: 'manager-1',
  roles: ['programManager'],
  act: intervention,
});

const pause = [
  byManager(50, { kind: 'intervene', intervention: { kind: 'pause', cause: 'service', reason: 'Réorganisation' } }),
  byManager(400, { kind: 'intervene', intervention: { kind: 'resume', reason: 'Reprise' } }),
];

/** Journals as cases write them, of every procedure, with a pause; answers are drawn from the seed. */
export async function journals(seeds: readonly number[]): Promise<BuiltJournal[]> {
  const result = [];
  for (const [index, { name, procedure, input }] of samples().entries())
    for (const seed of seeds) {
      const ref = `${name.replaceAll(' ', '-')}-${index}-${seed}`;
      const { journal } = await rehearse(procedure, { name, input, start, play: randomPlayer(seed), acts: pause, ref, by: 'applicant-1' });
      result.push({ ref, entries: withUuids(journal) });
    }
  return result;
}

/** The same journal, of a case that is not there yet. */
export const underNewRef = ({ entries }: BuiltJournal, ref = `again-${randomUUID()}`): BuiltJournal => ({
  ref,
  entries: entries.map((entry) => (entry.type === 'opened' ? { ...entry, ref } : entry)),
});

/** In batches of random length, as the durable runtime would hand them in. */
export async function commitInSlices(pool: pg.Pool, { ref, entries }: BuiltJournal, random: () => number): Promise<void> {
  for (let at = 0; at < entries.length;) {
    const length = 1 + Math.floor(random() * 6);
    await commit(pool, testKeys, { ref, entries: entries.slice(at, at + length) });
    at += length;
  }
}
