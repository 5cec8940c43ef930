import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { z } from 'zod';
import { choice, longText } from '#workflows/kit/fields.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { announce } from '../layout/announcer.js';
import { FormDialog } from '../layout/form-dialog.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { DataRequestCard, verdictWords } from './data-request-card.js';

const form = z.object({
  verdict: choice(verdictWords, { label: 'Décision' }),
  answer: longText({ label: 'Réponse', hint: 'La personne la lit. Un refus dit pourquoi.' }, { min: 10, max: 4_000 }),
});

/** What people ask about their data, those that wait first, each with the last day to answer. */
export function DataRequestsPage() {
  const requests = useResource('data requests', () => ask(api.GET('/api/data-requests')));
  const [answering, setAnswering] = useState<Schemas['DataRequestView']>();
  return (
    <Page title="Demandes sur les données personnelles" trail={[]}>
      <p>
        Chaque demande reçoit une réponse dans le mois (RGPD, art.&nbsp;12). Corrigez ou effacez ce qui doit l’être, puis répondez&nbsp;; en
        cas de doute, voyez avec le délégué à la protection des données.
      </p>
      <Loaded resource={requests}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucune demande.</p>
          ) : (
            <ul className="fr-raw-list jalon-cards">
              {list.map((request) => (
                <DataRequestCard key={request.id} request={request}>
                  {request.mayAnswer && (
                    <Button size="small" priority="secondary" onClick={() => setAnswering(request)}>
                      Répondre
                    </Button>
                  )}
                </DataRequestCard>
              ))}
            </ul>
          )
        }
      </Loaded>
      {answering && (
        <FormDialog
          title={`Répondre à ${answering.personName ?? 'la demande'}`}
          explanation={answering.text}
          form={form}
          confirmLabel="Répondre"
          onClose={() => setAnswering(undefined)}
          send={async ({ verdict, answer }) => {
            const body = { verdict: verdict as Schemas['DataRequestVerdict'], answer: String(answer) };
            await ask(api.POST('/api/data-requests/{id}/answer', { params: { path: { id: answering.id } }, body }));
            announce('La réponse est enregistrée.');
            setAnswering(undefined);
            requests.reload();
          }}
        />
      )}
    </Page>
  );
}
