import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { choices, text } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { FormDialog } from '../layout/form-dialog.js';
import { eventWords } from './account-words.js';
import { SecretShown } from './secret-shown.js';
import { WebhookCard } from './webhook-card.js';

const form = z.object({
  url: text({ label: 'Adresse', hint: 'https://, joignable depuis l’internet public. Aucune redirection n’est suivie.' }, { max: 500 }),
  events: choices(eventWords, { label: 'Événements' }),
});

interface Props {
  readonly account: Schemas['ServiceAccountView'];
  readonly onDone: () => void;
}

/** Where the system is told what happens. */
export function AccountWebhooks({ account, onDone }: Props) {
  const { id, webhooks, mayManage, scopes } = account;
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<Schemas['SigningSecret']>();
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks">Adresses averties</h2>
      {webhooks.length === 0 && <p>Aucune adresse n’est avertie de ce qui arrive aux dossiers.</p>}
      <ul className="fr-raw-list jalon-stack">
        {webhooks.map((webhook) => (
          <li key={webhook.id}>
            <WebhookCard accountId={id} webhook={webhook} mayManage={mayManage} onSecret={setShown} onDone={onDone} />
          </li>
        ))}
      </ul>
      {mayManage && scopes.includes('cases:events') && (
        <Button priority="secondary" onClick={() => setAdding(true)}>
          Ajouter une adresse
        </Button>
      )}
      {isAdding && (
        <FormDialog
          title="Ajouter une adresse"
          explanation="Le message dit le type de l’événement, la référence du dossier, le numéro de l’écriture et l’heure, rien d’autre. Il est signé."
          form={form}
          confirmLabel="Ajouter l’adresse"
          onClose={() => setAdding(false)}
          send={async (answer) => {
            const body = answer as unknown as Schemas['NewWebhook'];
            setShown(await ask(api.POST('/api/service-accounts/{id}/webhooks', { params: { path: { id } }, body })));
            setAdding(false);
            onDone();
          }}
        />
      )}
      {shown && (
        <SecretShown
          title="Secret de signature"
          explanation="Le système s’en sert pour vérifier les messages. Il ne sera plus montré."
          values={{ Secret: shown.secret }}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}
