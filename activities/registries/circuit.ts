import { RegistryUnavailable } from './body-registry.js';

interface Options {
  /** Failures in a row after which nothing is asked any more… */
  readonly failures?: number;
  /** … for this long, in milliseconds. */
  readonly restMs?: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

/**
 * Spares people the wait for a service that is known to be down: after some failures in a row it refuses at once, and tries again
 * when the rest is over. The first success forgets the failures.
 */
export function circuit({ failures = 3, restMs = 30_000, now = () => performance.now() }: Options = {}) {
  let failed = 0;
  let restUntil = -Infinity;
  return async <T>(ask: () => Promise<T>): Promise<T> => {
    if (now() < restUntil) throw new RegistryUnavailable('It failed a moment ago.');
    try {
      const answer = await ask();
      failed = 0;
      return answer;
    } catch (error) {
      failed += 1;
      if (failed >= failures) restUntil = now() + restMs;
      throw error;
    }
  };
}
