import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import type { Problem } from '../api/problem.js';
import { signInAddress, thisPage } from '../session/sign-in-address.js';

/** A refusal in words: what happened, what to do, and the number to give to support. */
export function ProblemAlert({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  return (
    <Alert
      className="fr-my-3w"
      severity="error"
      role="alert"
      as="h2"
      title={problem.message}
      description={
        <>
          {problem.help}
          {problem.code === 'strongSignInNeeded' && (
            <span className="jalon-block fr-mt-1w">
              <Button size="small" linkProps={{ href: signInAddress({ returnTo: thisPage(), strong: true }) }}>
                Renforcer ma connexion
              </Button>
            </span>
          )}
          {problem.requestId && problem.status >= 500 && (
            <span className="fr-text--xs jalon-block">Identifiant de la demande&nbsp;: {problem.requestId}</span>
          )}
        </>
      }
    />
  );
}
