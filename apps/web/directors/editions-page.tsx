import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { FormDialog } from '../layout/form-dialog.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSession } from '../session/session.js';
import { editionForm } from './edition-forms.js';
import { people } from './words.js';

type Row = Schemas['EditionRow'];

const columns: readonly Column<Row>[] = [
  {
    title: 'Édition',
    cell: ({ id, title }) => (
      <AppLink className="fr-link fr-link--sm" href={`/editions/${id}`}>
        {title}
      </AppLink>
    ),
  },
  { title: 'Début', cell: ({ startsOn }) => frenchDate(startsOn) },
  { title: 'Directeurs', numeric: true, cell: ({ people: count }) => people(count) },
];

/** Editions of the directors' year. */
export function EditionsPage() {
  const { roles } = useSession();
  const [creating, setCreating] = useState(false);
  const editions = useResource('editions', () => ask(api.GET('/api/directors/editions')));
  return (
    <Page title="Année des directeurs" trail={[]}>
      {roles.includes('programManager') && (
        <p>
          <Button onClick={() => setCreating(true)}>Créer une édition</Button>
        </p>
      )}
      {creating && <NewEdition onClose={() => setCreating(false)} />}
      <Loaded resource={editions}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucune édition n’est ouverte.</p>
          ) : (
            <DataTable caption="Éditions, la plus récente en premier" columns={columns} rows={list} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}

function NewEdition({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  return (
    <FormDialog
      title="Créer une édition"
      explanation="Les années de ses directeurs suivront ces règles, même si l’édition change ensuite."
      form={editionForm}
      initial={{ minimumVisits: 2, minimumActivities: 2 }}
      confirmLabel="Créer"
      onClose={onClose}
      send={async (value) => {
        const { title, startsOn, ...terms } = value as unknown as z.infer<typeof editionForm>;
        const { id } = await ask(api.POST('/api/directors/editions', { body: { title, startsOn, terms } }));
        await navigate(`/editions/${id}`);
      }}
    />
  );
}
