import { useParams } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { DocumentLink } from '../documents/document-link.js';
import { count, euros } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { monthWords, names, number, valueWords } from './figure-words.js';

/** The rows behind one total: which case, which entry of its journal, how much, and the files that show it. */
export function FigureRowsPage() {
  const { callId = '', figure = '' } = useParams();
  const { search } = useSearchState();
  const pages = useCursorPages();
  const months = search.get(names.months);
  const which = {
    ...Object.fromEntries(
      (['kind', 'unit', 'month', 'stage', 'outcome'] as const).flatMap((key) => {
        const value = search.get(names[key]);
        return value === null ? [] : [[key, value]];
      }),
    ),
    ...(months !== null && { months: Number(months) }),
  };
  const query = { ...which, ...(pages.cursor !== undefined && { cursor: pages.cursor }) };
  const rows = useResource(JSON.stringify([callId, figure, query]), () =>
    ask(api.GET('/api/calls/{id}/figures/{figure}', { params: { path: { id: callId, figure }, query } })),
  );
  const csv = `/api/calls/${callId}/figures/${figure}/rows.csv?${new URLSearchParams(Object.entries(which).map(([key, value]) => [key, String(value)]))}`;
  return (
    <LoadedPage resource={rows}>
      {(data) => (
        <Page title={title(data, search.get(names.month))} trail={trail(callId, data)}>
          <p>{data.definition}</p>
          <p className="fr-text--lead">{totalSentence(data, search.get(names.unit) ?? '')}</p>
          {data.items.length === 0 ? (
            <p>Aucune ligne.</p>
          ) : (
            <>
              <DataTable
                caption={`${data.label}\u00a0: lignes, la plus récente d’abord`}
                columns={columns(data, search.get(names.unit) ?? '')}
                rows={data.items}
                keyOf={({ ref, seq }) => `${ref} ${seq}`}
              />
              <CursorPagination pages={pages} nextCursor={data.nextCursor} />
              <p className="fr-mt-2w jalon-screen-only">
                <a className="fr-link fr-link--download" href={csv} download>
                  Télécharger toutes les lignes
                  <span className="fr-link__detail">CSV pour tableur</span>
                </a>
              </p>
            </>
          )}
        </Page>
      )}
    </LoadedPage>
  );
}

const title = ({ label }: Schemas['FigurePage'], month: string | null) => (month === null ? label : `${label}, ${monthWords(month)}`);
const trail = (callId: string, { callTitle }: Schemas['FigurePage']) => [
  { label: 'Chiffres', href: '/chiffres' },
  { label: callTitle, href: `/chiffres/${callId}` },
];

function totalSentence({ startCents, total, unit, how, count: rows }: Schemas['FigurePage'], effectUnit: string): string {
  const lines = count(rows, 'ligne');
  const value = valueWords(total, unit, effectUnit);
  if (startCents !== undefined) return `${value}\u00a0: l’enveloppe de ${euros(startCents)} et les ${lines} ci-dessous.`;
  return how === 'mean' ? `${value} en moyenne, sur ${lines}.` : `${value}, somme de ${lines}.`;
}

function columns({ unit }: Schemas['FigurePage'], effectUnit: string): readonly Column<Schemas['FigureRow']>[] {
  return [
    {
      title: 'Dossier',
      cell: ({ ref, title, bodyName }) => (
        <>
          <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
            {title}
          </AppLink>
          {bodyName && <span className="fr-text--xs jalon-block jalon-plain jalon-discreet">{bodyName}</span>}
          <span className="fr-text--xs jalon-block jalon-plain jalon-discreet jalon-nowrap">{ref}</span>
        </>
      ),
    },
    {
      title: 'Écriture du journal',
      cell: ({ seq, at }) => (
        <>
          n°&nbsp;{seq}
          <span className="fr-text--xs jalon-block">{momentOf(at)}</span>
        </>
      ),
    },
    {
      title: 'Valeur',
      numeric: true,
      cell: ({ value, about, baseline }) => (
        <>
          <span className="jalon-nowrap">{valueWords(value, unit, effectUnit)}</span>
          {about && (
            <span className="fr-text--xs jalon-block jalon-discreet">
              {about}, départ {number(baseline ?? 0)}
            </span>
          )}
        </>
      ),
    },
    {
      title: 'Preuves',
      cell: ({ evidence, evidenceCases }) =>
        evidence.length + evidenceCases.length === 0 ? (
          'Aucun fichier'
        ) : (
          <ul className="fr-raw-list">
            {evidenceCases.map(({ ref, readable }) => (
              <li key={ref}>
                {readable ? (
                  <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
                    {ref}
                  </AppLink>
                ) : (
                  <span className="jalon-nowrap">{ref}</span>
                )}
              </li>
            ))}
            {evidence.map((document) => (
              <li key={document.id}>
                <DocumentLink document={document} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
}
