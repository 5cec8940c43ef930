import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { ActList } from '../tasks/act-list.js';
import { actOfEvent } from '../tasks/act-row.js';

/** What comes from outside and this person has to record: a payment confirmed, a signature. Nothing when there is none. */
export function ExpectedEvents() {
  const events = useResource('expected-events', () => ask(api.GET('/api/expected-events')));
  return (
    <Loaded resource={events}>
      {(list) =>
        list.length === 0 ? null : (
          <section className="fr-mt-4w" id="evenements" aria-labelledby="titre-evenements">
            <h2 id="titre-evenements" className="fr-h4">
              Événements à enregistrer
            </h2>
            <ActList acts={list.map(actOfEvent)} />
          </section>
        )
      }
    </Loaded>
  );
}
