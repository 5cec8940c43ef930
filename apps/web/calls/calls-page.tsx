import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Card } from '@codegouvfr/react-dsfr/Card';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';

/** Calls for projects, the open ones first. */
export function CallsPage() {
  const calls = useResource('calls', () => ask(api.GET('/api/calls')));
  return (
    <Page title="Appels à projets" trail={[]}>
      <Loaded resource={calls}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucun appel n’est publié pour le moment.</p>
          ) : (
            <ul className="fr-grid-row fr-grid-row--gutters fr-raw-list">
              {[...list]
                .sort((a, b) => Number(b.open) - Number(a.open))
                .map((call) => (
                  <li key={call.id} className="fr-col-12 fr-col-md-6">
                    <CallCard call={call} />
                  </li>
                ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function CallCard({ call }: { readonly call: Schemas['CallView'] }) {
  const { id, fund, title, open, opensOn, closesOn, envelopeCents } = call;
  return (
    <Card
      title={title}
      titleAs="h2"
      desc={`${fund.name}. Enveloppe : ${euros(envelopeCents)}.`}
      start={<Badge severity={open ? 'success' : undefined}>{open ? 'Ouvert' : opensOn > today() ? 'À venir' : 'Clos'}</Badge>}
      endDetail={`Du ${frenchDate(opensOn)} au ${frenchDate(closesOn)}`}
      enlargeLink
      linkProps={{ href: `/appels/${id}` }}
    />
  );
}

const today = () => new Date().toISOString().slice(0, 10);
