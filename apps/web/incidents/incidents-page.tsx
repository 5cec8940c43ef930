import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { Dialog } from '../layout/dialog.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';

type Incident = Schemas['IncidentView'];

/** Mails and letters that keep failing: try again, or give up with a reason. */
export function IncidentsPage() {
  const incidents = useResource('incidents', () => ask(api.GET('/api/incidents')));
  return (
    <Page title="Incidents" trail={[]}>
      <p>
        Un envoi qui échoue ne bloque jamais un dossier. Il est retenté tout seul&#8239;; vous pouvez le relancer, ou l’abandonner en disant
        pourquoi.
      </p>
      <Loaded resource={incidents}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucun incident&nbsp;: tous les envois sont faits.</p>
          ) : (
            <ul className="fr-raw-list jalon-cards">
              {list.map((incident) => (
                <IncidentCard key={`${incident.ref} ${incident.seq}`} incident={incident} onChange={incidents.reload} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function IncidentCard({ incident, onChange }: { readonly incident: Incident; readonly onChange: () => void }) {
  const { ref, seq, label, attempts, lastError, updatedAt } = incident;
  const params = { path: { ref, seq } };
  const [abandoning, setAbandoning] = useState(false);
  const [reason, setReason] = useState('');
  const retry = useAct(async (key) => {
    await ask(api.POST('/api/cases/{ref}/effects/{seq}/retry', { params: { ...params, header: { 'Idempotency-Key': key } } }));
    announce('L’envoi est relancé.');
    onChange();
  });
  const abandon = useAct(async (key) => {
    await ask(
      api.POST('/api/cases/{ref}/effects/{seq}/abandon', { params: { ...params, header: { 'Idempotency-Key': key } }, body: { reason } }),
    );
    announce('L’envoi est abandonné.');
    onChange();
  });
  return (
    <li className="jalon-card">
      <h2 className="fr-h6 fr-mb-1v">{label}</h2>
      <p className="fr-text--sm">
        Dossier <AppLink href={`/dossiers/${ref}`}>{ref}</AppLink>, {count(attempts, 'essai')}, le dernier le {momentOf(updatedAt)}.
        {lastError && ` Dernière erreur\u00a0: ${lastError}`}
      </p>
      <ProblemAlert problem={retry.problem ?? abandon.problem} />
      <div className="jalon-actions">
        <Button size="small" disabled={retry.busy} onClick={() => void retry.run()}>
          Relancer
        </Button>
        <Button size="small" priority="secondary" onClick={() => setAbandoning(true)}>
          Abandonner
        </Button>
      </div>
      {abandoning && (
        <Dialog title="Abandonner cet envoi" onClose={() => setAbandoning(false)}>
          <Input
            label="Motif"
            hintText="Il figure dans l’historique du dossier."
            nativeInputProps={{ value: reason, onChange: ({ target }) => setReason(target.value) }}
          />
          <Button
            disabled={reason.trim().length < 3 || abandon.busy}
            onClick={() => void abandon.run().then((done) => done && setAbandoning(false))}
          >
            Abandonner l’envoi
          </Button>
        </Dialog>
      )}
    </li>
  );
}
