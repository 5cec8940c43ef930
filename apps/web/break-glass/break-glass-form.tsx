import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { ProblemAlert } from '../layout/problem-alert.js';

const shortest = 20;

/** One case, named by its exact reference: there is nothing to search. */
export function BreakGlassForm() {
  const [ref, setRef] = useState('');
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const open = useAct((key) =>
    ask(
      api.POST('/api/cases/{ref}/break-glass', {
        params: { path: { ref: ref.trim() }, header: { 'Idempotency-Key': key } },
        body: { reason: reason.trim() },
      }),
    ),
  );
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void open.run().then((done) => done && navigate(`/dossiers/${ref.trim()}`));
  };
  return (
    <form onSubmit={submit} className="fr-mt-4w" aria-labelledby="ouvrir-un-dossier">
      <h2 id="ouvrir-un-dossier" className="fr-h4">
        Ouvrir un dossier par exception
      </h2>
      <ProblemAlert problem={open.problem} />
      <Input
        label="Référence exacte du dossier"
        hintText="Par exemple FTAP-2026-000123"
        nativeInputProps={{ required: true, autoComplete: 'off', value: ref, onChange: ({ target }) => setRef(target.value) }}
      />
      <Input
        label="Motif"
        hintText={`${shortest} caractères au moins. Le responsable de programme le lira, et il reste au journal.`}
        textArea
        nativeTextAreaProps={{
          required: true,
          minLength: shortest,
          maxLength: 2_000,
          value: reason,
          onChange: ({ target }) => setReason(target.value),
        }}
      />
      <Button type="submit" disabled={open.busy}>
        Ouvrir ce dossier en lecture
      </Button>
    </form>
  );
}
