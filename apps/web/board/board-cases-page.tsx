import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { waitSentence } from '../cases/case-list.js';
import { StatusBadge } from '../cases/status-badge.js';
import { AppLink } from '../layout/app-link.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FoundList } from '../layout/found-list.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { CaseFilters } from './case-filters.js';
import { askedIn, csvHref, useBoardCases } from './use-board-cases.js';

type Row = Schemas['BoardCase'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Personne',
    cell: ({ ref, title, personName, bodyName }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {personName === '' ? title : personName}
        </AppLink>
        {personName !== '' && <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">{title}</span>}
        {bodyName && <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">{bodyName}</span>}
        <span className="fr-text--xs jalon-block jalon-plain jalon-discreet jalon-nowrap">{ref}</span>
      </>
    ),
  },
  { title: 'Groupe', cell: ({ groupTitle }) => groupTitle },
  { title: 'Situation', cell: (row) => <Situation row={row} /> },
  { title: 'Pourquoi il attend', cell: waitSentence },
  { title: 'Prochaine date', cell: ({ nextDay }) => (nextDay === undefined ? '–' : frenchDate(nextDay)) },
  {
    title: 'Fin prévue',
    cell: ({ endsOn, waitsFor }) =>
      endsOn === undefined ? (waitsFor === undefined ? '–' : `Sans fin prévue\u00a0: ${waitsFor}`) : frenchDate(endsOn),
  },
];

function Situation({ row }: { readonly row: Row }) {
  const { status, place, placeLabel, stageLabel, late, stuck, silentSince } = row;
  return (
    <div className="jalon-stack">
      <StatusBadge {...row} />
      {status === 'paused' && <span className="fr-text--xs">{stageLabel}</span>}
      {place === 'gone' && status !== 'closed' && <span className="fr-text--xs">{placeLabel}</span>}
      {late && (
        <Badge severity="error" small>
          En retard
        </Badge>
      )}
      {stuck && (
        <Badge severity="warning" small>
          Bloqué
        </Badge>
      )}
      {silentSince !== undefined && <span className="fr-text--xs">Sans signe depuis le {frenchDate(silentSince)}</span>}
    </div>
  );
}

/** The cases behind a count of the board. */
export function BoardCasesPage() {
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const asked = askedIn(search, pages.cursor);
  const board = useResource('board', () => ask(api.GET('/api/board')));
  const cases = useBoardCases(asked);
  const { total = 0 } = cases.data ?? {};
  return (
    <Page title="Dossiers suivis" documentTitle="Dossiers suivis – Pilotage" trail={[{ label: 'Pilotage', href: '/pilotage' }]}>
      <Loaded resource={board}>{(data) => <CaseFilters board={data} asked={asked} onChange={change} />}</Loaded>
      <FoundList resource={cases} pages={pages} noun="dossier" none="Aucun dossier ne correspond.">
        {(items) => <DataTable caption="Dossiers suivis" columns={columns} rows={items} keyOf={({ ref }) => ref} />}
      </FoundList>
      {total > 0 && (
        <p className="fr-mt-2w jalon-screen-only">
          <a className="fr-link fr-link--download" href={csvHref(asked)} download>
            Télécharger tous ces dossiers
            <span className="fr-link__detail">CSV pour tableur</span>
          </a>
        </p>
      )}
    </Page>
  );
}
