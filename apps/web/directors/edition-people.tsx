import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
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

/** Who is where: for the program manager alone. */
export function EditionPeople({ editionId, onStarted }: { readonly editionId: string; readonly onStarted: () => void }) {
  const [starting, setStarting] = useState(false);
  const listed = useResource(`people of ${editionId}`, () =>
    ask(api.GET('/api/directors/editions/{id}/people', { params: { path: { id: editionId } } })),
  );
  return (
    <section aria-labelledby="directeurs" className="fr-mt-6w">
      <h2 id="directeurs" className="fr-h4">
        Directeurs
      </h2>
      <p>Cette liste n’est visible que du responsable de programme.</p>
      <Loaded resource={listed}>
        {(list) => (
          <>
            {list.length > 0 && <DataTable caption="Directeurs de l’édition" columns={columns} rows={list} keyOf={({ ref }) => ref} />}
            {starting ? (
              <StartWave
                editionId={editionId}
                started={list}
                onDone={() => {
                  setStarting(false);
                  listed.reload();
                  onStarted();
                }}
              />
            ) : (
              <Button priority="secondary" onClick={() => setStarting(true)}>
                Commencer une vague
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
