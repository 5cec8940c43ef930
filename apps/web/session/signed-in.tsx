import { Navigate, Outlet, useLocation } from 'react-router';
import { Loading } from '../layout/loading.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSessionState } from './session.js';

/** Pages for signed-in people; others are sent to sign in, then back here. */
export function SignedIn() {
  const { session, known, problem } = useSessionState();
  const { pathname, search } = useLocation();
  if (!known) return <Loading />;
  if (problem) return <ProblemAlert problem={problem} />;
  if (!session)
    return <Navigate replace to={pathname === '/' ? '/connexion' : `/connexion?retour=${encodeURIComponent(pathname + search)}`} />;
  return <Outlet />;
}
