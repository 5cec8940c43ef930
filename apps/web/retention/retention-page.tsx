import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { dayOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FoundList } from '../layout/found-list.js';
import { OptionSelect } from '../layout/option-select.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { RetentionBadge } from './retention-badge.js';
import { stateWords } from './retention-words.js';

type Row = Schemas['RetentionRow'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Dossier',
    cell: ({ ref, title, state }) =>
      state === 'destroyed' ? (
        ref
      ) : (
        <>
          <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
            {title}
          </AppLink>
          <span className="fr-text--xs jalon-block jalon-discreet jalon-nowrap">{ref}</span>
        </>
      ),
  },
  {
    title: 'Procédure et issue',
    cell: ({ procedureLabel, outcomeLabel }) => [procedureLabel, outcomeLabel].filter(Boolean).join(' – '),
  },
  { title: 'Clos le', cell: ({ closedAt }) => dayOf(closedAt) },
  { title: 'Règle', cell: ({ rule }) => rule },
  { title: 'Conservé jusqu’au', cell: ({ keptUntil }) => frenchDate(keptUntil) },
  { title: 'État', cell: (row) => <Standing row={row} /> },
];

function Standing({ row: { ref, state, visaWaits, destroyedAt } }: { readonly row: Row }) {
  return (
    <div className="jalon-stack">
      <RetentionBadge state={state} />
      {visaWaits && <span className="fr-text--xs">Visa à confirmer</span>}
      {destroyedAt && (
        <>
          <span className="fr-text--xs">Dossier détruit le {dayOf(destroyedAt)}</span>
          <a className="fr-link fr-link--sm" href={`/api/retention/${ref}/certificate.pdf`} download>
            Procès-verbal d’élimination<span className="fr-sr-only"> du dossier {ref}</span> (PDF)
          </a>
          <a className="fr-link fr-link--sm" href={`/api/retention/${ref}/certificate`} download={`${ref}-elimination.json`}>
            Fichier signé<span className="fr-sr-only"> du dossier {ref}</span> (JSON)
          </a>
        </>
      )}
    </div>
  );
}

const states = Object.entries(stateWords).filter(([state]) => state !== 'running');

/** How long closed cases are kept: those whose time ends first come first. */
export function RetentionPage() {
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const asked = { state: (search.get('etat') ?? undefined) as Schemas['RetentionState'] | undefined, cursor: pages.cursor };
  const found = useResource(`retention ${JSON.stringify(asked)}`, () => ask(api.GET('/api/retention', { params: { query: asked } })));
  return (
    <Page title="Conservation des dossiers" trail={[]}>
      <p>
        Chaque dossier clos est conservé pour la durée que dit le <AppLink href="/donnees-personnelles">registre</AppLink>. La fin est
        annoncée 90 et 30 jours avant. Pour l’éliminer, exportez-le pour les archives, portez leur visa, et faites-le confirmer par une
        seconde personne&nbsp;; un litige suspend le délai.
      </p>
      <OptionSelect
        label="État"
        all="Tous ceux qui sont conservés"
        value={asked.state}
        options={states}
        onChange={(etat) => change({ etat })}
      />
      <FoundList resource={found} pages={pages} noun="dossier" none="Aucun dossier clos dans cet état.">
        {(items) => <DataTable caption="Dossiers clos et leur conservation" columns={columns} rows={items} keyOf={({ ref }) => ref} />}
      </FoundList>
    </Page>
  );
}
