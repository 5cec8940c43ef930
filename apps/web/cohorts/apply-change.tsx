import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { type SyntheticEvent, useState } from 'react';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly cohortRef: string;
  readonly whatIf: Schemas['CohortWhatIf'];
  /** The plan that was shown: what is applied is what was seen. */
  readonly plan: Schemas['CohortPlanDto'];
  readonly onApplied: () => void;
}

/** Applies what was shown as one act, with its reason; nobody is told before its grace is over. */
export function ApplyChange({ cohortRef, whatIf, plan, onApplied }: Props) {
  const [why, setWhy] = useState('');
  const apply = useAct(async (key) => {
    await ask(
      api.POST('/api/cohorts/{ref}/changes', {
        params: { path: { ref: cohortRef }, ...idempotent(key) },
        body: { whatIf, plan, why },
      }),
    );
    announce('Le changement est préparé. Personne n’est encore prévenu.');
    onApplied();
  });
  const refused = apply.problem?.fields.why;
  return (
    <form
      className="fr-mt-3w"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void apply.run();
      }}
    >
      <Input
        textArea
        label="Motif du changement"
        hintText="Les participants et l’équipe le liront. Dix caractères au moins."
        state={refused === undefined ? 'default' : 'error'}
        stateRelatedMessage={refused}
        nativeTextAreaProps={{ value: why, onChange: ({ target }) => setWhy(target.value) }}
      />
      <ProblemAlert problem={apply.problem} />
      <Button type="submit" disabled={apply.busy || why.trim().length < 10}>
        Appliquer ce changement
      </Button>
    </form>
  );
}
