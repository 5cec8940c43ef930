import { Select } from '@codegouvfr/react-dsfr/Select';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { z } from 'zod';
import { longText } from '#workflows/kit/fields.js';
import { api, ask, idempotent } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { Answered } from '../tasks/answered.js';
import { type AnsweredItem, answeredItems } from './answered-items.js';

/** Corrects an answer that was given: with a reason, and the agreement of a second person. */
export function CorrectionPage() {
  const { ref = '' } = useParams();
  const params = { path: { ref } };
  const items = useResource(ref, async () => {
    const [one, journal] = await Promise.all([
      ask(api.GET('/api/cases/{ref}', { params })),
      ask(api.GET('/api/cases/{ref}/journal', { params })),
    ]);
    return answeredItems(one, journal);
  });
  const [chosen, setChosen] = useState('');
  return (
    <LoadedPage resource={items}>
      {(list) => {
        const item = list.find(({ id }) => id === chosen);
        return (
          <Page
            title="Corriger une réponse"
            documentTitle={`Corriger une réponse – ${ref}`}
            trail={[{ label: `Dossier ${ref}`, href: `/dossiers/${ref}` }]}
          >
            <p>La réponse d’origine reste dans l’historique. La correction prend effet quand une deuxième personne l’a accordée.</p>
            <Select label="Réponse à corriger" nativeSelectProps={{ value: chosen, onChange: ({ target }) => setChosen(target.value) }}>
              <option value="">Choisir une réponse</option>
              {list.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label} ({id})
                </option>
              ))}
            </Select>
            {item && <CorrectionForm key={item.id} caseRef={ref} item={item} />}
          </Page>
        );
      }}
    </LoadedPage>
  );
}

function CorrectionForm({ caseRef, item }: { readonly caseRef: string; readonly item: AnsweredItem }) {
  const form = useMemo(
    () =>
      z.object({
        answer: item.form.meta({ label: item.label }),
        reason: longText({ label: 'Motif de la correction', hint: 'Il figure dans l’historique du dossier.' }, { min: 3, max: 2_000 }),
      }),
    [item],
  );
  const [value, setValue] = useState<FormValue>({ answer: item.answer });
  const [done, setDone] = useState(false);
  const send = useAct(async (key, { answer, reason }: FormValue) => {
    const body = { kind: 'correct' as const, id: item.id, answer: recordOf(answer), reason: String(reason) };
    await ask(api.POST('/api/cases/{ref}/interventions', { params: { path: { ref: caseRef }, ...idempotent(key) }, body }));
    setDone(true);
  });
  if (done) return <Answered caseRef={caseRef} label="Votre demande de correction" />;
  return <SentForm form={form} value={value} onChange={setValue} place={{ caseRef }} send={send} label="Demander la correction" />;
}
