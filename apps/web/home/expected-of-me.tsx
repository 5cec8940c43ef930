import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { ActList } from '../tasks/act-list.js';
import { actOfEvent, actOfTask } from '../tasks/act-row.js';
import { mostUrgent } from './most-urgent.js';

const shown = 5;

/** The first tasks and events of the person and of their groups, the most urgent first. */
export function ExpectedOfMe() {
  const tasks = useResource('expected', async () => {
    const read = (scope: 'mine' | 'groups') => ask(api.GET('/api/tasks', { params: { query: { scope, sort: 'due', limit: shown } } }));
    const [mine, groups, events] = await Promise.all([read('mine'), read('groups'), ask(api.GET('/api/expected-events'))]);
    const acts = [[...mine.items, ...groups.items].map(actOfTask), events.map(actOfEvent)];
    return { first: mostUrgent(acts).slice(0, shown), mine: mine.total, groups: groups.total, events: events.length };
  });
  return (
    <section className="fr-mt-4w" aria-labelledby="attendu">
      <h2 id="attendu" className="fr-h4">
        Ce qu’on attend de vous
      </h2>
      <Loaded resource={tasks}>
        {({ first, mine, groups, events }) =>
          first.length === 0 ? (
            <p>Rien pour le moment&nbsp;: rien ne vous est demandé.</p>
          ) : (
            <>
              <ActList acts={first} />
              <p className="jalon-actions">
                {mine > 0 && (
                  <AppLink className="fr-link" href="/taches">
                    {count(mine, 'tâche')} à mon nom
                  </AppLink>
                )}
                {events > 0 && (
                  <AppLink className="fr-link" href="/taches#evenements">
                    {count(events, 'événement')} à enregistrer
                  </AppLink>
                )}
                {groups > 0 && (
                  <AppLink className="fr-link" href="/taches?vue=groups">
                    {count(groups, 'tâche')} pour mes groupes
                  </AppLink>
                )}
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
