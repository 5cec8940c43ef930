import { Select } from '@codegouvfr/react-dsfr/Select';
import { useParams } from 'react-router';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { momentOf } from '../french/moments.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useMay } from '../session/session.js';

type Entry = Schemas['JournalEntry'];

/** The journal as it is written and chained, for who audits. */
export function JournalPage() {
  const { ref = '' } = useParams();
  const may = useMay();
  const journal = useResource(ref, () => ask(api.GET('/api/cases/{ref}/journal', { params: { path: { ref } } })));
  return (
    <LoadedPage resource={journal}>
      {(entries) => (
        <Page
          title={`Journal du dossier ${ref}`}
          trail={
            // An administrator audits cases that they do not read.
            may('read file')
              ? [
                  { label: 'Dossiers', href: '/dossiers' },
                  { label: `Dossier ${ref}`, href: `/dossiers/${ref}` },
                ]
              : []
          }
        >
          <p>
            Une écriture ne change plus. Son empreinte (SHA-256) est calculée sur elle-même et sur l’empreinte de la précédente&nbsp;: rien
            ne peut être modifié ni retiré sans que la suite le montre.
          </p>
          <Entries entries={entries} />
        </Page>
      )}
    </LoadedPage>
  );
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { search, change } = useSearchState();
  const kind = search.get('nature') ?? '';
  const kinds = new Map(entries.map(({ type, label }) => [type, label] as const).sort(([, a], [, b]) => a.localeCompare(b, 'fr')));
  const shown = kind === '' ? entries : entries.filter(({ type }) => type === kind);
  return (
    <>
      <Select label="Nature" nativeSelectProps={{ value: kind, onChange: ({ target }) => change({ nature: target.value }) }}>
        <option value="">Toutes</option>
        {[...kinds].map(([type, label]) => (
          <option key={type} value={type}>
            {label}
          </option>
        ))}
      </Select>
      <p role="status">{count(shown.length, 'écriture')}</p>
      <DataTable caption="Écritures du journal" columns={columns} rows={shown} keyOf={({ seq }) => String(seq)} />
    </>
  );
}

const columns: readonly Column<Entry>[] = [
  { title: 'Numéro', cell: ({ seq }) => seq },
  { title: 'Instant', cell: ({ at }) => momentOf(at) },
  { title: 'Nature', cell: ({ label }) => label },
  { title: 'Qui', cell: ({ by, entry }) => by?.name ?? (entry.by === 'clock' ? 'Le calendrier' : '') },
  { title: 'Contenu', cell: (entry) => <Content entry={entry} /> },
  { title: 'Empreinte', cell: ({ hash }) => <code className="jalon-hash">{hash}</code> },
];

function Content({ entry: { seq, entry, sealed } }: { readonly entry: Entry }) {
  if (sealed) return <>Contenu fermé</>;
  return (
    <details>
      <summary>Écriture {seq}</summary>
      <pre className="jalon-json">{JSON.stringify(entry, null, 2)}</pre>
    </details>
  );
}
