import type { ReactNode } from 'react';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { eventKinds } from '#workflows/seated-event/input.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { OfYear } from './of-year.js';
import { OfferedEvent } from './offered-event.js';

/** Visits, activities and sessions that are offered, with the seats that are left. */
export const OffersPage = () => (
  <OfYear title="Dates proposées">{(year, which) => <Offers key={year.ref} year={year} which={which} />}</OfYear>
);

function Offers({ year: { ref }, which }: { readonly year: Schemas['YearRow']; readonly which: ReactNode }) {
  const { search, change } = useSearchState();
  const kind = search.get('type') ?? '';
  const events = useResource(`offers ${ref}`, () => ask(api.GET('/api/directors/years/{ref}/events', { params: { path: { ref } } })));
  return (
    <Page title="Dates proposées" trail={[{ label: 'Mon année', href: `/directeurs/annee?annee=${ref}` }]}>
      {which}
      <Select
        label="Type"
        className="jalon-narrow"
        nativeSelectProps={{ value: kind, onChange: ({ target }) => change({ type: target.value }) }}
      >
        <option value="">Tous</option>
        {Object.entries(eventKinds).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Loaded resource={events}>
        {(all) => {
          const shown = all.filter((event) => kind === '' || event.kind === kind);
          return shown.length === 0 ? (
            <p>Aucune date n’est proposée pour l’instant.</p>
          ) : (
            <>
              <h2 className="fr-h5">{shown.length === 1 ? 'Une date' : `${shown.length} dates`}</h2>
              <ul className="fr-raw-list jalon-cards">
                {shown.map((event) => (
                  <li key={event.ref} className="jalon-card">
                    <OfferedEvent year={ref} event={event} onChange={events.reload} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
