import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { addDays } from '../../workflows/calendar/civil-date.js';
import { civilDateAt, instantAt, isoParis } from '../../workflows/calendar/paris-time.js';
import type { Entry } from '../../workflows/kit/journal.js';
import { rehearse, type Scenario, type ScheduledAct } from '../../workflows/kit/rehearsal.js';
import { opensCases, samples } from '../builders/inputs.js';
import { pathsOf } from '../builders/paths.js';
import { onWholeHours, randomPlayer } from '../builders/random-answers.js';
import { recordedCases, type RecordedCases } from '../setup/recorded-cases.js';

const hour = 3_600_000;
let env: TestWorkflowEnvironment;
let cases: RecordedCases;

beforeAll(async () => {
  cases = await recordedCases();
  ({ env } = cases);
}, 60_000);

afterAll(() => cases.close());

const pauses = (start: number): ScheduledAct[] => {
  const manager = { by: 'manager-1', roles: ['programManager'] as const };
  const at = start + 190 * hour + 29 * 60_000;
  return [
    { at, ...manager, act: { kind: 'intervene', intervention: { kind: 'pause', cause: 'service', reason: 'Réorganisation' } } },
    { at: at + 700 * hour, ...manager, act: { kind: 'intervene', intervention: { kind: 'resume', reason: 'Reprise' } } },
  ];
};

const asItIs = (input: unknown): unknown => input;

const runs = samples()
  .filter((sample) => !opensCases(sample))
  .flatMap(({ name, procedure, inputOn }) => {
    const named = pathsOf(procedure.id).flatMap((path) => [false, true].map((paused) => ({ ...path, paused })));
    const random = [11, 12, 13, 14].map((seed) => ({
      path: `random ${seed}`,
      play: randomPlayer(seed),
      adapt: asItIs,
      paused: seed % 2 === 0,
    }));
    return [...named, ...random].map((run) => ({ name, procedure, inputOn, ...run }));
  });

test.each(runs)(
  'the durable journal of $name equals the rehearsal’s: $path, paused $paused',
  async ({ name, procedure, inputOn, path, play, adapt, paused }) => {
    const start = instantAt(addDays(civilDateAt(await env.currentTimeMs()), 1), '10:17');
    await cases.sleepUntil(start);
    const input = adapt(inputOn(civilDateAt(start)));
    const ref = [name, path, paused].join('-').replaceAll(/[^\w]+/g, '-');
    const scenario: Scenario = { name, input, start, play: onWholeHours(play), acts: paused ? pauses(start) : [], ref, by: 'applicant-1' };
    const rehearsed = await rehearse(procedure, scenario);
    if (!rehearsed.outcome)
      throw new Error(`${isoParis(start)}: waits for ${rehearsed.waitsFor.join()}, ${JSON.stringify(rehearsed.refusals)}`);

    const handle = await cases.relive(
      { procedure: procedure.id, revision: procedure.revision, ref, input, by: 'applicant-1' },
      rehearsed.acts,
    );
    expect(await handle.result()).toEqual(JSON.parse(JSON.stringify(rehearsed.outcome)));
    const durable = cases.journals.get(ref) ?? [];
    expect(timeless(durable)).toEqual(timeless(rehearsed.journal));
    durable.forEach(({ at }, index) => {
      expect(Math.abs(at - (rehearsed.journal[index]?.at ?? 0))).toBeLessThan(60_000);
    });
  },
  60_000,
);

const timeless = (journal: readonly Entry[]) => (JSON.parse(JSON.stringify(journal)) as Entry[]).map((entry) => ({ ...entry, at: 0 }));
