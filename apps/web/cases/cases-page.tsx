import { SearchBar } from '@codegouvfr/react-dsfr/SearchBar';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { euros } from '../french/amounts.js';
import { dayOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FoundList } from '../layout/found-list.js';
import { OptionSelect } from '../layout/option-select.js';
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
          <OptionSelect
            label="État"
            all="Tous"
            value={asked.status}
            options={Object.entries(statuses)}
            onChange={(etat) => change({ etat })}
          />
        </div>
        <div className="fr-col-6 fr-col-md-3">
          <OptionSelect label="Trier par" value={sort} options={Object.entries(sorts)} onChange={(tri) => change({ tri })} />
        </div>
      </div>
      <FoundList resource={cases} pages={pages} noun="dossier" none="Aucun dossier ne correspond.">
        {(items) => <DataTable caption="Dossiers que je peux lire" columns={columns} rows={items} keyOf={({ ref }) => ref} />}
      </FoundList>
    </Page>
  );
}
