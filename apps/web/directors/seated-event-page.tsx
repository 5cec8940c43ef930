import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { announce } from '../layout/announcer.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FormDialog } from '../layout/form-dialog.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { callOffForm } from './edition-forms.js';
import { placeInWords, seatsLeft, when } from './words.js';

type Person = Schemas['SeatedPerson'];

const columns: readonly Column<Person>[] = [
  {
    title: 'Directeur',
    cell: ({ name, year }) => (
      <AppLink className="fr-link fr-link--sm" href={`/dossiers/${year}`}>
        {name}
      </AppLink>
    ),
  },
  { title: 'Place', cell: ({ place }) => placeInWords(place) },
];

/** An event with seats, for who keeps its list. */
export function SeatedEventPage() {
  const { ref = '' } = useParams();
  const event = useResource(`event ${ref}`, () => ask(api.GET('/api/seated-events/{ref}', { params: { path: { ref } } })));
  return <LoadedPage resource={event}>{(data) => <EventView event={data} onChange={event.reload} />}</LoadedPage>;
}

function EventView({ event, onChange }: { readonly event: Schemas['SeatedEvent']; readonly onChange: () => void }) {
  const { ref, title, editionId, stageLabel, kindLabel, place, seats, people, open, attendanceTask } = event;
  return (
    <Page
      title={title}
      documentTitle={`${title} – ${ref}`}
      trail={[
        { label: 'Année des directeurs', href: '/editions' },
        { label: 'Édition', href: `/editions/${editionId}` },
      ]}
      above={
        <Badge severity="info" noIcon>
          {stageLabel}
        </Badge>
      }
    >
      <p className="fr-text--lead">
        {kindLabel}. {when(event)}, {place}. {seats} places&nbsp;: {open ? `${seatsLeft(event)} encore.` : 'inscriptions closes.'}
      </p>
      <div className="jalon-actions fr-mb-3w">
        {attendanceTask && <Button linkProps={{ href: `/taches/${attendanceTask}` }}>Relever les présences</Button>}
        {open && <CallOff eventRef={ref} onDone={onChange} />}
        <a className="fr-link" href={`/api/seated-events/${ref}/calendar.ics`} download>
          Fichier iCalendar
        </a>
      </div>
      <h2 className="fr-h4">Inscrits</h2>
      <p>Cette liste n’est visible que du responsable de programme.</p>
      {people.length === 0 ? (
        <p>Personne ne s’est encore inscrit.</p>
      ) : (
        <DataTable caption="Inscrits, dans l’ordre des demandes" columns={columns} rows={people} keyOf={({ year }) => year} />
      )}
    </Page>
  );
}

function CallOff({ eventRef: ref, onDone }: { readonly eventRef: string; readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  return (
    <>
      <Button priority="secondary" onClick={() => setAsking(true)}>
        Annuler l’événement
      </Button>
      {asking && (
        <FormDialog
          title="Annuler l’événement"
          explanation="Tous les inscrits sont prévenus, liste d’attente comprise. Cela ne se défait pas."
          form={callOffForm}
          confirmLabel="Annuler l’événement"
          onClose={() => setAsking(false)}
          send={async ({ reason }) => {
            const params = { path: { ref }, ...idempotent(key) };
            await ask(api.POST('/api/seated-events/{ref}/call-off', { params, body: { reason: String(reason) } }));
            announce('L’événement est annulé.');
            setAsking(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
