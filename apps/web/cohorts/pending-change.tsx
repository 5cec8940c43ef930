import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly cohortRef: string;
  readonly pending: Schemas['PendingChangeView'];
  readonly onDone: () => void;
}

/** A change of which nobody has been told: it can be sent at once, or undone. */
export function PendingChange({ cohortRef, pending: { why, by, lastDay, plan }, onDone }: Props) {
  const release = useAct(async (key, verdict: 'send' | 'undo') => {
    await ask(
      api.POST('/api/cohorts/{ref}/changes/release', { params: { path: { ref: cohortRef }, ...idempotent(key) }, body: { verdict } }),
    );
    announce(verdict === 'send' ? 'Le changement est envoyé.' : 'Le changement est annulé.');
    onDone();
  });
  return (
    <div className="fr-mb-3w">
      <Alert
        severity="info"
        as="h2"
        title="Un changement attend d’être envoyé"
        description={
          <>
            Motif&nbsp;: {why} Préparé par {by.name}. Début le {frenchDate(plan.startsOn)}, jury le {frenchDate(plan.jury.on)}. Personne
            n’est encore prévenu&nbsp;: sans réponse, il part à la fin du {frenchDate(lastDay)}.
          </>
        }
      />
      <ProblemAlert problem={release.problem} />
      <div className="jalon-actions fr-mt-2w">
        <Button disabled={release.busy} onClick={() => void release.run('send')}>
          Envoyer maintenant
        </Button>
        <Button priority="secondary" disabled={release.busy} onClick={() => void release.run('undo')}>
          Annuler le changement
        </Button>
      </div>
    </div>
  );
}
