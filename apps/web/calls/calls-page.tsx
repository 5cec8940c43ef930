import { Button } from '@codegouvfr/react-dsfr/Button';
import { Card } from '@codegouvfr/react-dsfr/Card';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useSession } from '../session/session.js';
import { CallBadge } from './call-badge.js';
import { statusLabels } from './call-words.js';
import { NewFundButton } from './new-fund-button.js';

type Call = Schemas['CallView'];

/** Calls for projects, the open ones first. Who manages them prepares new ones here. */
export function CallsPage() {
  const { search, change } = useSearchState();
  const { roles } = useSession();
  const calls = useResource('calls', () => ask(api.GET('/api/calls')));
  const status = search.get('etat') ?? '';
  const manages = roles.includes('programManager');
  return (
    <Page title="Appels à projets" trail={[]}>
      {manages && (
        <div className="jalon-actions fr-mb-4w">
          <Button linkProps={{ href: '/appels/nouveau' }}>Préparer un appel</Button>
          <NewFundButton />
        </div>
      )}
      {manages && (
        <Select
          label="État"
          className="jalon-narrow"
          nativeSelectProps={{ value: status, onChange: ({ target }) => change({ etat: target.value }) }}
        >
          <option value="">Tous</option>
          {Object.entries(statusLabels).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
      <Loaded resource={calls}>{(list) => <Calls list={list.filter((call) => status === '' || call.status === status)} />}</Loaded>
    </Page>
  );
}

function Calls({ list }: { readonly list: readonly Call[] }) {
  if (list.length === 0) return <p>Aucun appel à montrer ici.</p>;
  return (
    <ul className="fr-grid-row fr-grid-row--gutters fr-raw-list">
      {[...list]
        .sort((a, b) => Number(b.open) - Number(a.open))
        .map((call) => (
          <li key={call.id} className="fr-col-12 fr-col-md-6">
            <CallCard call={call} />
          </li>
        ))}
    </ul>
  );
}

function CallCard({ call }: { readonly call: Call }) {
  const { id, fund, title, opensOn, closesOn, envelopeCents } = call;
  return (
    <Card
      title={title}
      titleAs="h2"
      desc={`${fund.name}. Enveloppe\u00a0: ${euros(envelopeCents)}.`}
      start={<CallBadge call={call} />}
      endDetail={`Du ${frenchDate(opensOn)} au ${frenchDate(closesOn)}`}
      enlargeLink
      linkProps={{ href: `/appels/${id}` }}
    />
  );
}
