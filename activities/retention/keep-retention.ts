import type { MorningActivities } from '#workflows/kit/every-morning.js';
import type { Surroundings } from '../effects/surroundings.js';
import { type LeftoverPlaces, removeLeftovers } from '../journal/remove-leftovers.js';
import type { ProofKey } from '../proof/proof-key.js';
import { announceEnds } from './announce.js';
import { beginClocks } from './clocks.js';
import { eliminateCases } from './eliminate.js';
import { purgeLogs } from './purge-logs.js';

type Around = Pick<Surroundings, 'prisma' | 'files' | 'postman' | 'service' | 'baseUrl' | 'procedureOf'>;

interface Ending {
  /** Signs certificates. */
  readonly key: ProofKey | undefined;
  readonly forgetHistory: LeftoverPlaces['forgetHistory'];
}

/**
 * The activity that keeps the clocks of retention every morning: begins those of cases that were closed, announces what ends, destroys
 * and certifies what is over, removes old logs and what is left of destroyed cases. What fails is tried again and stops nothing else.
 */
export function keepRetentionActivity(around: Around, { key, forgetHistory }: Ending): Pick<MorningActivities, 'keepRetention'> {
  return {
    async keepRetention(today) {
      await beginClocks(around.prisma);
      const failures = [...(await announceEnds(around, today)), ...(await eliminateCases(around, today, key))];
      await purgeLogs(around.prisma, today);
      const left = await removeLeftovers({ prisma: around.prisma, files: around.files, forgetHistory });
      if (left > 0) failures.push(new Error(`${left} files or histories of destroyed cases are still there`));
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} things of retention could not be done`);
    },
  };
}
