import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import { sessionEvents } from '../api/session-events.js';
import { onRenewedElsewhere } from './other-tabs.js';

type Session = Schemas['SessionView'];

interface SessionState {
  /** Undefined when nobody is signed in. */
  readonly session?: Session;
  /** When the server said so. */
  readonly readAt: number;
  readonly known: boolean;
  readonly problem?: Problem;
  /** The session of the signed-in person has ended on the server; the page keeps what was typed. */
  readonly expired: boolean;
  /** Leaves this application, and the identity provider. */
  readonly signOut: () => Promise<void>;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>();
  const [readAt, setReadAt] = useState(0);
  const [known, setKnown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [expired, setExpired] = useState(false);

  const read = useCallback(async () => {
    try {
      const found = await ask(api.GET('/api/session'));
      setSession(found);
      setReadAt(Date.now());
      setProblem(undefined);
      return found;
    } catch (error) {
      const refused = asProblem(error);
      setSession(undefined);
      setProblem(refused.status === 401 ? undefined : refused);
      return undefined;
    } finally {
      setKnown(true);
    }
  }, []);

  useEffect(() => void read(), [read]);
  useEffect(() => sessionEvents.on('expired', () => setExpired(true)), []);
  const personId = session?.person.id;
  useEffect(
    () =>
      onRenewedElsewhere(() => {
        void read().then((found) => {
          // Somebody else is signed in now: nothing on this page is theirs.
          if (found?.person.id !== personId) return window.location.assign('/');
          setExpired(false);
          sessionEvents.renewed();
        });
      }),
    [read, personId],
  );

  const signOut = useCallback(async () => {
    const { next } = await ask(api.DELETE('/api/session'));
    window.location.assign(next ?? '/connexion');
  }, []);

  const state = useMemo(() => ({ session, readAt, known, problem, expired, signOut }), [session, readAt, known, problem, expired, signOut]);
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

/** Tells whether one of the signed-in person's roles may do something; on which cases is the server's to say. */
export function useMay(): (action: Schemas['Action']) => boolean {
  const { actions } = useSession();
  return (action) => actions.includes(action);
}
