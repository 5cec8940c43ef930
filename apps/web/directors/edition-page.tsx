import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FormDialog } from '../layout/form-dialog.js';
import { Loaded } from '../layout/loaded.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { eventForm } from './edition-forms.js';
import { EditionPeople } from './edition-people.js';
import { EditionWaves } from './edition-waves.js';
import { seatsLeft } from './words.js';

/** An edition: counts for who reads figures; people, events and waves for who manages it. */
export function EditionPage() {
  const { id = '' } = useParams();
  const edition = useResource(`edition ${id}`, () => ask(api.GET('/api/directors/editions/{id}', { params: { path: { id } } })));
  return <LoadedPage resource={edition}>{(data) => <Edition edition={data} onChange={edition.reload} />}</LoadedPage>;
}

function Edition({ edition, onChange }: { readonly edition: Schemas['EditionFigures']; readonly onChange: () => void }) {
  const { id, title, startsOn, managed, waves } = edition;
  return (
    <Page title={title} trail={[{ label: 'Année des directeurs', href: '/editions' }]}>
      <p className="fr-text--lead">Commencée le {frenchDate(startsOn)}. Un effectif de moins de dix personnes n’est pas affiché.</p>
      <EditionWaves waves={waves} />
      {managed && <EditionEvents editionId={id} />}
      {managed && <EditionPeople editionId={id} onStarted={onChange} />}
    </Page>
  );
}

type Event = Schemas['SeatedEventRow'];

const columns: readonly Column<Event>[] = [
  {
    title: 'Événement',
    cell: ({ ref, title, kindLabel }) => (
      <>
        <AppLink className="fr-link fr-link--sm" href={`/evenements/${ref}`}>
          {title}
        </AppLink>
        <span className="fr-text--xs jalon-block jalon-discreet">{kindLabel}</span>
      </>
    ),
  },
  { title: 'Date', cell: ({ on }) => frenchDate(on) },
  { title: 'Lieu', cell: ({ place }) => place },
  { title: 'État', cell: ({ stageLabel }) => stageLabel },
  { title: 'Places restantes', numeric: true, cell: (event) => `${seatsLeft(event)} sur ${event.seats}` },
];

function EditionEvents({ editionId }: { readonly editionId: string }) {
  const [offering, setOffering] = useState(false);
  const navigate = useNavigate();
  const events = useResource(`events ${editionId}`, () => ask(api.GET('/api/seated-events', { params: { query: { editionId } } })));
  return (
    <section aria-labelledby="evenements" className="fr-mt-6w">
      <h2 id="evenements" className="fr-h4">
        Événements proposés
      </h2>
      <p>
        <Button priority="secondary" onClick={() => setOffering(true)}>
          Proposer un événement
        </Button>
      </p>
      {offering && (
        <FormDialog
          title="Proposer un événement"
          explanation="Les directeurs de l’édition le voient aussitôt."
          form={eventForm}
          confirmLabel="Proposer"
          onClose={() => setOffering(false)}
          send={async (value) => {
            const body = { ...(value as unknown as z.infer<typeof eventForm>), editionId };
            const { ref } = await ask(api.POST('/api/seated-events', { body }));
            await navigate(`/evenements/${ref}`);
          }}
        />
      )}
      <Loaded resource={events}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucun événement n’est proposé.</p>
          ) : (
            <DataTable caption="Événements, le prochain en premier" columns={columns} rows={list} keyOf={({ ref }) => ref} />
          )
        }
      </Loaded>
    </section>
  );
}
