import { SearchBar } from '@codegouvfr/react-dsfr/SearchBar';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useEffect } from 'react';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count, euros } from '../french/amounts.js';
import { dayOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { waitSentence } from './case-list.js';
import { StatusBadge } from './status-badge.js';

type Row = Schemas['CaseRow'];

const statuses = { open: 'En cours', paused: 'Suspendus', closed: 'Clos' } as const satisfies Record<Schemas['CaseStatus'], string>;
const sorts = { opened: 'Dépôt', nextDay: 'Échéance', title: 'Titre', amount: 'Montant' } as const satisfies Record<
  Schemas['CaseSort'],
  string
>;

const columns: readonly Column<Row>[] = [
  {
    title: 'Dossier',
    cell: ({ ref, title, bodyName, participant }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {title}
        </AppLink>
        {participant && <span className="fr-text--sm jalon-block">{participant}</span>}
        {bodyName && <span className="fr-text--xs jalon-block jalon-discreet">{bodyName}</span>}
        <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'État', cell: (row) => <StatusBadge {...row} /> },
  { title: 'Pourquoi il attend', cell: waitSentence },
  { title: 'Prochaine date', cell: ({ nextDay }) => (nextDay === undefined ? '–' : frenchDate(nextDay)) },
  { title: 'Montant', numeric: true, cell: ({ amountCents }) => (amountCents === undefined ? '–' : euros(amountCents)) },
  { title: 'Déposé le', cell: ({ openedAt }) => dayOf(openedAt) },
];

/** Every case that the person may read. */
export function CasesPage() {
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const sort = (search.get('tri') ?? 'opened') as Schemas['CaseSort'];
  const order: Schemas['SortOrder'] = sort === 'opened' || sort === 'amount' ? 'desc' : 'asc';
  const asked = {
    sort,
    order,
    q: search.get('texte') ?? undefined,
    status: (search.get('etat') ?? undefined) as Schemas['CaseStatus'] | undefined,
    cursor: pages.cursor,
  };
  const cases = useResource(JSON.stringify(asked), () => ask(api.GET('/api/cases', { params: { query: asked } })));
  const total = cases.data?.total;
  const found = total === undefined ? '' : count(total, 'dossier');

  useEffect(() => {
    if (found) announce(`${found}.`);
  }, [found]);

  return (
    <Page title="Dossiers" trail={[]}>
      <div className="fr-grid-row fr-grid-row--gutters fr-grid-row--bottom fr-mb-2w">
        <div className="fr-col-12 fr-col-md-6">
          <SearchBar
            label="Rechercher un dossier par son titre, son organisme ou sa référence"
            defaultValue={asked.q}
            allowEmptySearch
            onButtonClick={(text) => change({ texte: text.trim() })}
          />
        </div>
        <div className="fr-col-6 fr-col-md-3">
          <Select label="État" nativeSelectProps={{ value: asked.status ?? '', onChange: ({ target }) => change({ etat: target.value }) }}>
            <option value="">Tous</option>
            {Object.entries(statuses).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <div className="fr-col-6 fr-col-md-3">
          <Select label="Trier par" nativeSelectProps={{ value: sort, onChange: ({ target }) => change({ tri: target.value }) }}>
            {Object.entries(sorts).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <Loaded resource={cases}>
        {({ items, nextCursor }) => (
          <>
            <p className="fr-text--bold fr-mb-1w">{found}</p>
            {items.length === 0 ? (
              <p>Aucun dossier ne correspond.</p>
            ) : (
              <DataTable caption="Dossiers que je peux lire" columns={columns} rows={items} keyOf={({ ref }) => ref} />
            )}
            <CursorPagination pages={pages} nextCursor={nextCursor} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
