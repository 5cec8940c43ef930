import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useAct } from '../api/use-act.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSessionState } from './session.js';

/** The session has ended while a page was open: what was typed stays on it, and the person signs in again from here. */
export function SessionExpired() {
  const { session, expired, signIn } = useSessionState();
  const again = useAct(() => signIn(session?.person.email ?? ''));
  if (!expired || !session) return null;
  return (
    <div className="fr-container fr-mt-3w">
      <Alert
        severity="warning"
        role="alert"
        as="h2"
        title="Votre session a expiré"
        description={
          <>
            <p>Ce que vous avez saisi reste sur cette page. Reconnectez-vous pour continuer.</p>
            <Button size="small" className="fr-mt-1w" disabled={again.busy} onClick={() => void again.run()}>
              Me reconnecter ({session.person.name})
            </Button>
          </>
        }
      />
      <ProblemAlert problem={again.problem} />
    </div>
  );
}
