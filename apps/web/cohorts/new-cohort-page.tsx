import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import type { FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { cohortForm, cohortOf } from './cohort-form.js';

/** Opens a cohort to applications. */
export function NewCohortPage() {
  const choices = useResource('cohort choices', async () => {
    const [candidates, grants] = await Promise.all([ask(api.GET('/api/cohorts/candidates')), ask(api.GET('/api/fundable-grants'))]);
    return { candidates, grants };
  });
  return <LoadedPage resource={choices}>{(data) => <NewCohort {...data} />}</LoadedPage>;
}

interface Props {
  readonly candidates: Schemas['CohortCandidates'];
  readonly grants: readonly Schemas['FundableGrant'][];
}

function NewCohort({ candidates, grants }: Props) {
  const form = useMemo(() => cohortForm(candidates, grants), [candidates, grants]);
  const [value, setValue] = useState<FormValue>({});
  const navigate = useNavigate();
  const open = useAct(async (_key, answer: FormValue) => {
    const { ref } = await ask(api.POST('/api/cohorts', { body: cohortOf(form.parse(answer)) }));
    await navigate(`/cohortes/${ref}`);
  });
  return (
    <Page title="Ouvrir une cohorte" trail={[{ label: 'Cohortes', href: '/cohortes' }]}>
      <p className="fr-text--sm">Sauf mention «&nbsp;facultatif&nbsp;», tous les champs sont nécessaires.</p>
      <ProblemAlert problem={open.problem} />
      <ZodForm
        form={form}
        value={value}
        onChange={setValue}
        onSubmit={(answer) => void open.run(answer)}
        place={{ caseRef: '' }}
        refused={open.problem?.fields}
      >
        <Button type="submit" className="fr-mt-3w" disabled={open.busy}>
          {open.busy ? 'Ouverture…' : 'Ouvrir aux candidatures'}
        </Button>
      </ZodForm>
    </Page>
  );
}
