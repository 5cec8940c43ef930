import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSessionState } from '../session/session.js';
import { AccountGroups } from './account-groups.js';

/** Choose a persona of the demonstration server. */
export function SignInPage() {
  const { session, known, signIn } = useSessionState();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const accounts = useResource('accounts', () => ask(api.GET('/api/demonstration/accounts')));
  const back = safePath(search.get('retour'));
  const enter = useAct(async (_key, email: string) => {
    await signIn(email);
    await navigate(back);
  });
  if (known && session && !enter.busy) return <Navigate replace to={back} />;
  return (
    <Page title="Se connecter">
      <p className="fr-text--lead">
        Ce serveur est une démonstration&nbsp;: choisissez une personne fictive pour voir Jalon avec ses droits et ses tâches.
      </p>
      <ProblemAlert problem={enter.problem} />
      <Loaded resource={accounts}>
        {(list) => <AccountGroups accounts={list} busy={enter.busy} onChoose={(email) => void enter.run(email)} />}
      </Loaded>
    </Page>
  );
}

/** Only an address of this application: an address from elsewhere must not lead elsewhere. */
const safePath = (path: string | null) => (path?.startsWith('/') && !path.startsWith('//') ? path : '/');
