import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import { sessionEvents } from '../api/session-events.js';

type Session = Schemas['SessionView'];

interface SessionState {
  /** Undefined when nobody is signed in. */
  readonly session?: Session;
  readonly known: boolean;
  readonly problem?: Problem;
  /** The session of the signed-in person has ended on the server; the page keeps what was typed. */
  readonly expired: boolean;
  readonly signIn: (email: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>();
  const [known, setKnown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [expired, setExpired] = useState(false);

  const read = useCallback(async () => {
    try {
      setSession(await ask(api.GET('/api/session')));
      setProblem(undefined);
    } catch (error) {
      const refused = asProblem(error);
      setSession(undefined);
      setProblem(refused.status === 401 ? undefined : refused);
    }
    setKnown(true);
  }, []);

  useEffect(() => void read(), [read]);
  useEffect(() => sessionEvents.on('expired', () => setExpired(true)), []);

  const signIn = useCallback(
    async (email: string) => {
      await ask(api.POST('/api/session', { body: { email } }));
      await read();
      setExpired(false);
      sessionEvents.renewed();
    },
    [read],
  );

  const signOut = useCallback(async () => {
    await ask(api.DELETE('/api/session'));
    setSession(undefined);
    setExpired(false);
  }, []);

  const state = useMemo(() => ({ session, known, problem, expired, signIn, signOut }), [session, known, problem, expired, signIn, signOut]);
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSessionState(): SessionState {
  const state = use(SessionContext);
  if (!state) throw new Error('SessionProvider is missing.');
  return state;
}

/** The signed-in person; pages behind `SignedIn` only. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error('Nobody is signed in.');
  return session;
}
