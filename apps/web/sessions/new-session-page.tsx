import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { NewSessionForm } from './new-session-form.js';

/** Convenes the committee over cases of one call. */
export function NewSessionPage() {
  const calls = useResource('managed calls', async () => {
    const all = await ask(api.GET('/api/calls'));
    return all.filter(({ managed, status }) => managed && status !== 'draft');
  });
  return <LoadedPage resource={calls}>{(data) => <ForCall calls={data} />}</LoadedPage>;
}

function ForCall({ calls }: { readonly calls: readonly Schemas['CallView'][] }) {
  const { search, change } = useSearchState();
  const callId = search.get('appel') ?? calls[0]?.id;
  return (
    <Page title="Convoquer une séance" trail={[{ label: 'Séances du comité', href: '/seances' }]}>
      {callId === undefined ? (
        <Alert severity="info" small description="Vous ne gérez aucun appel publié." />
      ) : (
        <>
          <Select label="Appel" nativeSelectProps={{ value: callId, onChange: ({ target }) => change({ appel: target.value }) }}>
            {calls.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
          <Candidates key={callId} callId={callId} />
        </>
      )}
    </Page>
  );
}

function Candidates({ callId }: { readonly callId: string }) {
  const candidates = useResource(`candidates ${callId}`, () => ask(api.GET('/api/sessions/candidates', { params: { query: { callId } } })));
  return <Loaded resource={candidates}>{(data) => <NewSessionForm callId={callId} candidates={data} />}</Loaded>;
}
