import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { callForm, callOf, formOf } from '#workflows/ftap/call-form.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import type { FormValue } from '../forms/value.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { CallEditor } from './call-editor.js';
import { NewFundButton } from './new-fund-button.js';

/** A new call begins with what most calls have in common. */
const usual = formOf({
  title: '',
  opensOn: '',
  closesOn: '',
  envelopeCents: 0,
  terms: {
    investment: false,
    durationMonths: { min: 3, max: 36 },
    rate: 0.5,
    gapForThirdReviewer: 0.3,
    instalments: [
      { kind: 'advance', label: 'Avance', share: 0.3, condition: 'À la signature de la convention et après l’engagement des crédits.' },
      { kind: 'interim', label: 'Acompte', share: 0.5, condition: 'Sur compte rendu d’avancement et justificatifs des dépenses.' },
      { kind: 'balance', label: 'Solde', share: 0.2, condition: 'Sur bilan final et compte d’emploi.' },
    ],
    requiredPieces: [],
    criteria: [{}],
    committeeDates: [''],
    committeeQuorum: 0.5,
    graceWorkingDays: 2,
    followUpMonths: [12, 24, 36],
    zone: 'metropole',
  },
});

/** A call from nothing; most are copied from last year's. */
export function NewCallPage() {
  const known = useResource('new call', async () => {
    const [funds, groups] = await Promise.all([ask(api.GET('/api/funds')), ask(api.GET('/api/calls/groups'))]);
    return { funds, groups };
  });
  return <LoadedPage resource={known}>{(data) => <NewCall {...data} onFund={known.reload} />}</LoadedPage>;
}

interface Props {
  readonly funds: readonly Schemas['FundSummary'][];
  readonly groups: Schemas['CallGroupsView'];
  readonly onFund: () => void;
}

function NewCall({ funds, groups, onFund }: Props) {
  const form = useMemo(() => callForm(groups), [groups]);
  const [fundId, setFundId] = useState(funds[0]?.id ?? '');
  const [value, setValue] = useState<FormValue>(usual);
  const navigate = useNavigate();
  const create = useAct(async (_key, answer: FormValue) => {
    const call = await ask(api.POST('/api/calls', { body: { ...callOf(answer), fundId } }));
    await navigate(`/appels/${call.id}`);
  });
  return (
    <Page title="Préparer un appel" trail={[{ label: 'Appels à projets', href: '/appels' }]}>
      <Alert
        severity="info"
        small
        className="fr-mb-4w"
        description="L’appel reste en préparation, visible des seuls responsables de programme, jusqu’à ce que vous le publiiez."
      />
      <Select label="Fonds" nativeSelectProps={{ value: fundId, onChange: ({ target }) => setFundId(target.value) }}>
        {funds.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="fr-mb-4w">
        <NewFundButton onCreated={onFund} />
      </div>
      <CallEditor
        form={form}
        value={value}
        onChange={setValue}
        onSubmit={(answer) => void create.run(answer)}
        problem={create.problem}
        busy={create.busy}
        submitLabel="Enregistrer l’appel"
        cancelHref="/appels"
        notice={<ProblemAlert problem={create.problem} />}
      />
    </Page>
  );
}
