import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { callForm, callOf, formOf } from '#workflows/ftap/call-form.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { recordOf, type FormValue } from '../forms/value.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { CallConflict } from './call-conflict.js';
import { CallEditor } from './call-editor.js';
import { contentOf } from './call-differences.js';

/** Changes a call in preparation, or amends a published one with a reason. */
export function EditCallPage() {
  const { id = '' } = useParams();
  const known = useResource(id, async () => {
    const [call, groups] = await Promise.all([
      ask(api.GET('/api/calls/{id}', { params: { path: { id } } })),
      ask(api.GET('/api/calls/groups')),
    ]);
    return { call, groups };
  });
  return <LoadedPage resource={known}>{(data) => <EditCall key={data.call.id} {...data} />}</LoadedPage>;
}

interface Props {
  readonly call: Schemas['CallView'];
  readonly groups: Schemas['CallGroupsView'];
}

function EditCall({ call, groups }: Props) {
  const { id, title, status } = call;
  const published = status !== 'draft';
  const form = useMemo(() => callForm(groups, { withReason: published }), [groups, published]);
  const [value, setValue] = useState<FormValue>(() => formOf(contentOf(call)));
  const [base, setBase] = useState(call.version);
  const [theirs, setTheirs] = useState<Schemas['CallView']>();
  const navigate = useNavigate();
  const save = useAct(async (_key, answer: FormValue) => {
    const { reason } = recordOf(answer.amendment);
    const body = { ...callOf(answer), version: base, ...(typeof reason === 'string' && { reason }) };
    const request = await api.PUT('/api/calls/{id}', { params: { path: { id } }, body });
    if (request.response.status === 409) setTheirs(await ask(api.GET('/api/calls/{id}', { params: { path: { id } } })));
    await ask(Promise.resolve(request));
    await navigate(`/appels/${id}`);
  });
  const choose = (choice: 'mine' | 'theirs') => {
    if (theirs && choice === 'theirs') setValue((mine) => ({ ...mine, ...formOf(contentOf(theirs)) }));
    setBase(theirs?.version ?? base);
    setTheirs(undefined);
    save.clear();
  };
  return (
    <Page
      title="Modifier l’appel"
      documentTitle={`Modifier ${title}`}
      trail={[
        { label: 'Appels à projets', href: '/appels' },
        { label: title, href: `/appels/${id}` },
      ]}
    >
      {published && (
        <Alert
          severity="warning"
          small
          className="fr-mb-4w"
          description="Cet appel est publié. Votre modification vaut pour les demandes qui ne sont pas encore déposées&#8239;; chaque dossier garde les conditions de son dépôt. Le motif est public."
        />
      )}
      <CallEditor
        form={form}
        value={value}
        onChange={setValue}
        onSubmit={(answer) => void save.run(answer)}
        problem={save.problem}
        busy={save.busy}
        submitLabel={published ? 'Publier la modification' : 'Enregistrer'}
        cancelHref={`/appels/${id}`}
        notice={theirs ? <CallConflict mine={value} theirs={theirs} onChoose={choose} /> : <ProblemAlert problem={save.problem} />}
      />
    </Page>
  );
}
