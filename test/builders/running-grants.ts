import { ftapR1 } from '#workflows/ftap/ftap.r1.js';
import type { FtapInput } from '#workflows/ftap/input.js';
import { instantAt } from '#workflows/calendar/paris-time.js';
import type { Entry } from '#workflows/kit/journal.js';
import { rehearse, type Player, type Scenario } from '#workflows/kit/rehearsal.js';
import { endorseProposal } from './ftap-r2/endorsement.js';
import { players } from './ftap.js';
import { samples } from './inputs.js';
import { randomOf, randomPlayer } from './random-answers.js';

/** A grant that has been rehearsed to some instant. */
export interface RunningGrant {
  readonly ref: string;
  readonly scenario: Scenario<FtapInput>;
  readonly journal: readonly Entry[];
  readonly now: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Grants as a service has them: filed over half a year, looked at at one instant. Two thirds go well, at anybody's pace; the others
 * are answered at random.
 */
export async function runningGrants(count: number): Promise<RunningGrant[]> {
  const [sample] = samples().filter(({ procedure }) => procedure.id === 'ftap');
  if (!sample) throw new RangeError('No sample of ftap');
  const input = sample.input as FtapInput;
  const now = instantAt('2026-07-01', '10:00');
  const grants: RunningGrant[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const ref = `FTAP-2026-${String(seed).padStart(6, '0')}`;
    const start = Math.round(now - randomOf(`filed/${seed}`)() * 190 * day);
    const play = seed % 3 === 0 ? approving(randomPlayer(seed)) : approving(atRandomPace(seed));
    const scenario = { name: ref, ref, input, start, play, by: 'applicant-1' };
    const { journal } = await rehearse(ftapR1, scenario, { until: now });
    grants.push({ ref, scenario, journal, now });
  }
  return grants;
}

/** The good course, each answer after one to twenty days; the committee keeps its days. */
function atRandomPace(seed: number): Player {
  const well = players({
    [endorseProposal.key]: () => ({ afterDays: 3, answer: { verdict: 'endorse', why: 'Conforme.' }, by: 'direction-1' }),
  });
  return (item) => {
    const play = well(item);
    if (play === 'never' || item.key.startsWith('committee')) return play;
    return { ...play, afterDays: 0, afterHours: 24 + randomOf(`${seed}/${item.id}/pace`)() * 24 * 19 };
  };
}

/** A request on the case is granted within the second, so that nothing else comes between. */
const approving =
  (player: Player): Player =>
  (item) =>
    item.key === 'decide-intervention'
      ? { afterHours: 1 / 3_600, answer: { verdict: 'approve' }, by: 'manager-2', roles: ['programManager'] }
      : player(item);
