import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { TaskList } from '../tasks/task-list.js';
import { mostUrgent } from './most-urgent.js';

const shown = 5;

/** The first tasks of the person and of their groups, the most urgent first. */
export function ExpectedOfMe() {
  const tasks = useResource('expected', async () => {
    const read = (scope: 'mine' | 'groups') => ask(api.GET('/api/tasks', { params: { query: { scope, sort: 'due', limit: shown } } }));
    const [mine, groups] = await Promise.all([read('mine'), read('groups')]);
    return { first: mostUrgent([mine.items, groups.items]).slice(0, shown), mine: mine.total, groups: groups.total };
  });
  return (
    <section className="fr-mt-4w" aria-labelledby="attendu">
      <h2 id="attendu" className="fr-h4">
        Ce qu’on attend de vous
      </h2>
      <Loaded resource={tasks}>
        {({ first, mine, groups }) =>
          first.length === 0 ? (
            <p>Rien pour le moment : aucune tâche ne vous est adressée.</p>
          ) : (
            <>
              <TaskList tasks={first} />
              <p className="jalon-actions">
                {mine > 0 && (
                  <AppLink className="fr-link" href="/taches">
                    {count(mine, 'tâche')} à mon nom
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
