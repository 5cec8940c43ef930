import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type AskedCase, tellBatch, type ToldBatch } from './tell-batch.js';

/** Who computes batches, one after the other. */
export interface Teller {
  tell(cases: readonly AskedCase[], today: string): Promise<ToldBatch>;
  end(): Promise<unknown>;
}

const here: Teller = { tell: tellBatch, end: () => Promise.resolve() };

/** Under so many cases a thread takes longer to start than it saves. */
const worthThreads = 1_000;

/** One thread for each processor where there is enough to do; otherwise the one that asks. */
export function tellersFor(cases: number): readonly Teller[] {
  const processors = Math.min(availableParallelism(), 4);
  return cases < worthThreads || processors === 1 ? [here] : Array.from({ length: processors }, () => thread());
}

function thread(): Teller {
  // Rehearsals leave a great deal behind at once: a larger nursery is swept less often.
  const resourceLimits = { maxYoungGenerationSizeMb: 96 };
  const worker = new Worker(new URL('./forecast-thread.js', import.meta.url), { resourceLimits });
  return {
    async tell(cases, today) {
      // Rejects with what the thread throws.
      const answered = once(worker, 'message');
      worker.postMessage({ cases, today });
      const [told] = (await answered) as [ToldBatch];
      return told;
    },
    end: () => worker.terminate(),
  };
}
