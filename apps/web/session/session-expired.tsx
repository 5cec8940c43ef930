import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { signInAgain } from './sign-in-again.js';
import { useSessionState } from './session.js';

/** The session has ended while a page was open: what was typed stays on it, and the person signs in again beside it. */
export function SessionExpired() {
  const { session, expired } = useSessionState();
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
            <p>
              Ce que vous avez saisi reste sur cette page. Reconnectez-vous dans une autre fenêtre&nbsp;: cette page reprendra d’elle-même.
            </p>
            <Button size="small" className="fr-mt-1w" linkProps={signInAgain()}>
              Me reconnecter ({session.person.name})
            </Button>
          </>
        }
      />
    </div>
  );
}
