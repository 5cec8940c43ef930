import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from './problem.js';
import { sessionEvents } from './session-events.js';

export interface Resource<T> {
  /** What was read last; kept while it is read again. */
  readonly data?: T;
  readonly problem?: Problem;
  readonly loading: boolean;
  readonly reload: () => void;
}

type State<T> = Pick<Resource<T>, 'data' | 'problem'> & { readonly key: string };

/**
 * Reads something from the back office, again whenever `key` changes, `reload` is called or the session is renewed. `load` may be a
 * new function at each render: only `key` says what is read.
 */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<State<T>>({ key });
  const [loading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((previous) => previous + 1), []);

  useEffect(() => sessionEvents.on('renewed', reload), [reload]);

  useEffect(() => {
    let current = true;
    setLoading(true);
    load()
      .then(
        (data) => current && setState({ key, data }),
        (error: unknown) => current && setState((previous) => ({ key, data: dataOf(previous, key), problem: asProblem(error) })),
      )
      .finally(() => current && setLoading(false));
    return () => {
      current = false;
    };
  }, [key, turn]);

  return { data: dataOf(state, key), problem: state.key === key ? state.problem : undefined, loading, reload };
}

/** Never what was read for something else. */
const dataOf = <T>(state: State<T>, key: string) => (state.key === key ? state.data : undefined);
