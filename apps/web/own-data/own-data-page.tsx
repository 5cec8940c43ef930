import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { choice, longText } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { Contact } from '../register/contact.js';
import { DurationTable } from '../register/duration-table.js';
import { DataRequestCard, kindWords } from './data-request-card.js';

const form = z.object({
  kind: choice(kindWords, { label: 'Que demandez-vous\u202f?' }),
  text: longText({ label: 'Votre demande', hint: 'Quelle donnée, et pourquoi. La réponse vient dans le mois.' }, { min: 10, max: 4_000 }),
});

/** What the service knows of the person, why and for how long; their copy of it; what they ask about it. */
export function OwnDataPage() {
  const register = useResource('register', () => ask(api.GET('/api/register')));
  const requests = useResource('own data requests', () => ask(api.GET('/api/me/data-requests')));
  const [value, setValue] = useState<FormValue>({});
  const send = useAct(async (key, answer: FormValue) => {
    const body = { kind: answer.kind as Schemas['DataRequestKind'], text: String(answer.text) };
    await ask(api.POST('/api/me/data-requests', { params: { header: { 'Idempotency-Key': key } }, body }));
    announce('Votre demande est enregistrée.');
    setValue({});
    requests.reload();
  });
  return (
    <Page title="Mes données" trail={[]}>
      <p>
        Vous pouvez à tout moment prendre une copie de ce que le service sait de vous&nbsp;: vos dossiers, vos réponses, vos messages, les
        fichiers que vous avez donnés et les courriers que vous avez reçus. Rien n’y est dit des autres personnes.
      </p>
      <Button iconId="fr-icon-download-line" linkProps={{ href: '/api/me/data', download: 'mes-donnees.zip' }}>
        Télécharger mes données (ZIP)
      </Button>
      <Loaded resource={register}>
        {({ treatments, officer }) => (
          <>
            <h2 className="fr-h4 fr-mt-4w">Ce qui est gardé, pourquoi et combien de temps</h2>
            <DurationTable treatments={treatments} />
            <p>
              Le détail est au <AppLink href="/donnees-personnelles">registre des traitements</AppLink>.
            </p>
            <h2 className="fr-h4 fr-mt-4w">À qui vous adresser</h2>
            <Contact contact={officer} />
          </>
        )}
      </Loaded>
      <h2 className="fr-h4 fr-mt-4w">Demander une rectification ou un effacement</h2>
      <SentForm form={form} value={value} onChange={setValue} send={send} label="Envoyer ma demande" />
      <h2 className="fr-h4 fr-mt-4w">Mes demandes</h2>
      <Loaded resource={requests}>
        {(list) =>
          list.length === 0 ? (
            <p>Vous n’avez rien demandé.</p>
          ) : (
            <ul className="fr-raw-list jalon-cards">
              {list.map((request) => (
                <DataRequestCard key={request.id} request={request} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
