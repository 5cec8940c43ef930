// Records histories of every revision on the time-skipping server: `npm run histories:record`. A history that is there already is
// left alone: it stands for the cases that run today, and every later build must be able to replay it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../workflows/calendar/civil-date.js';
import { civilDateAt, instantAt } from '../../workflows/calendar/paris-time.js';
import { type Player, rehearse, type ScheduledAct } from '../../workflows/kit/rehearsal.js';
import { opensCases, samples } from '../builders/inputs.js';
import { pathsOf } from '../builders/paths.js';
import { onWholeHours, randomPlayer } from '../builders/random-answers.js';
import { recordedCases } from '../setup/recorded-cases.js';
import { writeHistory } from './history-file.js';

const seeds = [3, 21];

const cases = await recordedCases();
const { env } = cases;
for (const { name, procedure, inputOn } of samples().filter((sample) => sample.procedure.id === 'cohort' || !opensCases(sample))) {
  // The cases that a cohort opens live their own lives, which no player plays here: its history is of one to which nobody applies.
  const nobodyApplies = (play: Player): Player => (item) => (item.key === 'application-received' ? 'never' : play(item));
  const random = seeds.map((seed) => ({
    path: `random ${seed}`,
    play: nobodyApplies(randomPlayer(seed)),
    adapt: (given: unknown) => given,
  }));
  const named = procedure.id === 'cohort' ? [] : pathsOf(procedure.id);
  for (const [index, { path, play, adapt }] of [...named, ...random].entries()) {
    const label = path.replaceAll(/\W+/g, '-');
    const file = join(process.cwd(), 'test/histories', `${procedure.id}.${procedure.revision}.${label}.pb`);
    if (existsSync(file)) continue;
    const start = instantAt(addDays(civilDateAt(await env.currentTimeMs()), 1), '10:17');
    await cases.sleepUntil(start);
    const input = adapt(inputOn(civilDateAt(start)));
    const ref = `${procedure.id}-${label}`;
    const scenario = { name, input, start, play: onWholeHours(play), acts: index % 2 === 0 ? pauseAndResume(start) : [], ref, by: 'applicant-1' };
    const { acts } = await rehearse(procedure, scenario);
    const handle = await cases.relive({ procedure: procedure.id, revision: procedure.revision, ref, input, by: 'applicant-1' }, acts);
    await handle.result();
    writeHistory(file, await handle.fetchHistory());
    console.warn(`${file}: ${acts.length} acts`);
  }
}
await cases.close();

function pauseAndResume(start: number): ScheduledAct[] {
  const manager = { by: 'manager-1', roles: ['programManager'] as const };
  const at = start + 100 * 3_600_000 + 29 * 60_000;
  return [
    { at, ...manager, act: { kind: 'intervene', intervention: { kind: 'pause', cause: 'service', reason: 'Réorganisation' } } },
    { at: at + 500 * 3_600_000, ...manager, act: { kind: 'intervene', intervention: { kind: 'resume', reason: 'Reprise' } } },
  ];
}
