import { Button } from '@codegouvfr/react-dsfr/Button';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ServiceCaseBadge } from '../cases/service-case-badge.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useSession } from '../session/session.js';

type Row = Schemas['CommitteeSessionRow'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Séance',
    cell: ({ ref, metOn }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/seances/${ref}`}>
          Comité du {frenchDate(metOn)}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'Appel', cell: ({ callTitle }) => callTitle },
  { title: 'État', cell: (row) => <ServiceCaseBadge {...row} ended="Close" /> },
  { title: 'Dossiers', numeric: true, cell: ({ cases }) => cases.toLocaleString('fr-FR') },
  { title: 'Présidence', cell: ({ chair }) => chair.name },
];

/** Sessions of the committees that the person takes part in, or watches over. */
export function SessionsPage() {
  const { search, change } = useSearchState();
  const { roles } = useSession();
  const manages = roles.includes('programManager');
  const state = search.get('etat') ?? '';
  const sessions = useResource('sessions', () => ask(api.GET('/api/sessions')));
  const isShown = ({ status }: Row) => state === '' || (status === 'closed') === (state === 'closes');
  return (
    <Page title="Séances du comité" trail={[]}>
      {manages && (
        <p>
          <Button linkProps={{ href: '/seances/nouvelle' }}>Convoquer une séance</Button>
        </p>
      )}
      <Select
        label="État"
        className="jalon-narrow"
        nativeSelectProps={{ value: state, onChange: ({ target }) => change({ etat: target.value }) }}
      >
        <option value="">Toutes</option>
        <option value="en-cours">En cours</option>
        <option value="closes">Closes</option>
      </Select>
      <Loaded resource={sessions}>
        {(list) => {
          const shown = list.filter(isShown);
          return shown.length === 0 ? (
            <p>Aucune séance à montrer ici.</p>
          ) : (
            <DataTable caption="Séances, la plus récente en premier" columns={columns} rows={shown} keyOf={({ ref }) => ref} />
          );
        }}
      </Loaded>
    </Page>
  );
}
