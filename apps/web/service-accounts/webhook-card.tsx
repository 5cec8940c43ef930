import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { accountPath, eventWords } from './account-words.js';

interface Props {
  readonly accountId: string;
  readonly webhook: Schemas['WebhookView'];
  readonly mayManage: boolean;
  readonly onSecret: (secret: Schemas['SigningSecret']) => void;
  readonly onDone: () => void;
}

/** One address, how its messages fare, and what may be done about it. */
export function WebhookCard({ accountId, webhook, mayManage, onSecret, onDone }: Props) {
  const { id, url, events, pending, delivered, dead, previousUntil, suspendedAt, suspendedWhy } = webhook;
  const params = { path: { id } };
  const act = useAct(async (_key, what: 'rotate' | 'resume' | 'remove') => {
    if (what === 'rotate') onSecret(await ask(api.POST('/api/webhooks/{id}/secret', { params })));
    if (what === 'resume') await ask(api.POST('/api/webhooks/{id}/resume', { params }));
    if (what === 'remove') await ask(api.DELETE('/api/webhooks/{id}', { params }));
    announce('C’est fait.');
    onDone();
  });
  return (
    <div className="fr-mb-3w">
      <h3 className="fr-h6 fr-mb-1w">{url}</h3>
      {suspendedAt !== undefined && (
        <Alert severity="error" small description={`Envois suspendus le ${momentOf(suspendedAt)}\u00a0: ${suspendedWhy ?? ''}`} />
      )}
      <p className="fr-mb-1w">{events.map((event) => eventWords[event]).join(', ')}</p>
      <p>
        {[count(delivered, 'message remis', 'messages remis'), `${pending} en attente`, count(dead, 'abandonné')].join(', ')}.{' '}
        {previousUntil !== undefined && `L’ancien secret signe aussi jusqu’au ${momentOf(previousUntil)}. `}
        <AppLink href={`${accountPath(accountId)}/envois/${id}`}>Voir les envois</AppLink>
      </p>
      <ProblemAlert problem={act.problem} />
      {mayManage && (
        <div className="jalon-actions">
          {suspendedAt !== undefined && (
            <ConfirmButton
              label="Reprendre les envois"
              about={url}
              title="Reprendre les envois&#8239;?"
              explanation="Ce qui arrive désormais est envoyé. Les messages abandonnés se rejouent depuis la page des envois."
              confirmLabel="Reprendre"
              onConfirm={() => void act.run('resume')}
            />
          )}
          <ConfirmButton
            label="Renouveler le secret"
            about={url}
            title="Renouveler le secret de signature&#8239;?"
            explanation="Les deux secrets signent pendant vingt-quatre heures, puis le nouveau seul."
            confirmLabel="Renouveler"
            onConfirm={() => void act.run('rotate')}
          />
          <ConfirmButton
            label="Retirer"
            about={url}
            title="Retirer cette adresse&#8239;?"
            explanation="Plus rien ne lui est envoyé, et ses messages en attente sont perdus."
            confirmLabel="Retirer l’adresse"
            onConfirm={() => void act.run('remove')}
          />
        </div>
      )}
    </div>
  );
}
