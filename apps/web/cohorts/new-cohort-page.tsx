import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
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
      <SentForm form={form} value={value} onChange={setValue} send={open} label="Ouvrir aux candidatures" busyLabel="Ouverture…" />
    </Page>
  );
}
