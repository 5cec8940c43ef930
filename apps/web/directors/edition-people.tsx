import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FoundList } from '../layout/found-list.js';
import { OptionSelect } from '../layout/option-select.js';
import { useSearchState } from '../layout/use-search-state.js';
import { StartWave } from './start-wave.js';

type Person = Schemas['EditionPerson'];

const yes = (it: boolean) => (it ? 'Oui' : 'Non');
const columns: readonly Column<Person>[] = [
  {
    title: 'Directeur',
    cell: ({ ref, name, bodyName }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`}>
          {name}
        </AppLink>
        {bodyName && <span className="fr-text--xs jalon-block jalon-discreet">{bodyName}</span>}
      </>
    ),
  },
  { title: 'Vague', numeric: true, cell: ({ wave }) => wave },
  { title: 'Phase', cell: ({ stageLabel, status }) => (status === 'paused' ? `${stageLabel}, suspendue` : stageLabel) },
  { title: 'Lancement suivi', cell: ({ launched }) => yes(launched) },
  { title: 'Engagement signé', cell: ({ signed }) => yes(signed) },
  { title: 'Visites', numeric: true, cell: ({ visits }) => visits },
  { title: 'Activités', numeric: true, cell: ({ activities }) => activities },
];

const perPage = 25;

/** Who is where: for the program manager alone. */
export function EditionPeople({ editionId, onStarted }: { readonly editionId: string; readonly onStarted: () => void }) {
  const [starting, setStarting] = useState(false);
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const listed = useResource(`people of ${editionId}`, () =>
    ask(api.GET('/api/directors/editions/{id}/people', { params: { path: { id: editionId } } })),
  );
  const wave = search.get('vague') ?? '';
  const waves = [...new Set(listed.data?.map((one) => String(one.wave)))].sort();
  return (
    <section aria-labelledby="directeurs" className="fr-mt-6w">
      <h2 id="directeurs" className="fr-h4">
        Directeurs
      </h2>
      <p>Cette liste n’est visible que du responsable de programme.</p>
      {waves.length > 1 && (
        <OptionSelect
          label="Vague"
          all="Toutes"
          value={wave}
          options={waves.map((one) => [one, `Vague ${one}`] as const)}
          onChange={(chosen) => change({ vague: chosen })}
        />
      )}
      <FoundList
        resource={{ ...listed, data: listed.data && pageOf(listed.data, wave, Number(pages.cursor ?? 0)) }}
        pages={pages}
        noun="directeur"
        where=" dans cette édition"
        none="Aucune vague n’a commencé."
      >
        {(rows) => <DataTable caption="Directeurs de l’édition" columns={columns} rows={rows} keyOf={({ ref }) => ref} />}
      </FoundList>
      {starting && listed.data ? (
        <StartWave
          editionId={editionId}
          started={listed.data}
          onDone={() => {
            setStarting(false);
            listed.reload();
            onStarted();
          }}
        />
      ) : (
        <Button className="fr-mt-2w" priority="secondary" onClick={() => setStarting(true)}>
          Commencer une vague
        </Button>
      )}
    </section>
  );
}

/** The list comes whole, since a wave is started from all of it; it is shown a page at a time. */
function pageOf(list: readonly Person[], wave: string, from: number) {
  const rows = wave === '' ? list : list.filter((one) => String(one.wave) === wave);
  const next = from + perPage;
  return { items: rows.slice(from, next), total: rows.length, ...(next < rows.length && { nextCursor: String(next) }) };
}
