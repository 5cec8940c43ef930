import { useCallback, useRef, useState } from 'react';
import { asProblem, type Problem } from './problem.js';

export interface Act<A extends unknown[]> {
  readonly busy: boolean;
  readonly problem?: Problem;
  /** @returns whether it was done. */
  readonly run: (...args: A) => Promise<boolean>;
  readonly clear: () => void;
}

/**
 * Something a person does once by a button. `act` is given an idempotency key that stays the same while it is tried again after a
 * failure of the network, so that it is done once, and changes after each answer.
 */
export function useAct<A extends unknown[]>(act: (key: string, ...args: A) => Promise<unknown>): Act<A> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<string>(undefined);

  const run = async (...args: A) => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    key.current ??= crypto.randomUUID();
    try {
      await act(key.current, ...args);
      key.current = undefined;
      return true;
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status > 0 && refused.status < 500) key.current = undefined;
      setProblem(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };

  return { busy, problem, run, clear: useCallback(() => setProblem(undefined), []) };
}
