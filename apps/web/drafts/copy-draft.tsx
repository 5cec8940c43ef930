import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly draft: Schemas['DraftView'];
  /** What is typed is saved first: the copy is made of what the server holds. */
  readonly flush: () => Promise<boolean>;
}

/** The same application for another call; shown when another call is open. */
export function CopyDraft({ draft, flush }: Props) {
  const navigate = useNavigate();
  const calls = useResource('calls', () => ask(api.GET('/api/calls')));
  const others = calls.data?.filter(({ id, open }) => open && id !== draft.callId) ?? [];
  const [chosen, setChosen] = useState<string>();
  const callId = chosen ?? others[0]?.id;
  const copy = useAct(async () => {
    if (callId === undefined) return;
    await flush();
    const { id } = await ask(api.POST('/api/drafts/{id}/copy', { params: { path: { id: draft.id } }, body: { callId } }));
    await navigate(`/brouillons/${id}`);
  });
  if (others.length === 0) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="copie">
      <h2 id="copie" className="fr-h5">
        Répondre à un autre appel
      </h2>
      <p>Un nouveau brouillon reprend cette demande, sans ses pièces jointes ni ses engagements.</p>
      <Select label="Appel" nativeSelectProps={{ value: callId, onChange: (event) => setChosen(event.target.value) }}>
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <ProblemAlert problem={copy.problem} />
      <Button priority="secondary" disabled={copy.busy} onClick={() => void copy.run()}>
        Copier vers cet appel
      </Button>
    </section>
  );
}
