import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { TaskList } from '../tasks/task-list.js';

const shown = 5;

/** The first tasks of the person and of their groups, the most urgent first. */
export function ExpectedOfMe() {
  const tasks = useResource('expected', async () => {
    const [mine, groups] = await Promise.all(
      (['mine', 'groups'] as const).map((scope) => ask(api.GET('/api/tasks', { params: { query: { scope, sort: 'due', limit: shown } } }))),
    );
    return [...(mine?.items ?? []), ...(groups?.items ?? [])];
  });
  return (
    <section className="fr-mt-4w" aria-labelledby="attendu">
      <h2 id="attendu" className="fr-h4">
        Ce qu’on attend de vous
      </h2>
      <Loaded resource={tasks}>
        {(items) =>
          items.length === 0 ? (
            <p>Rien pour le moment : aucune tâche ne vous est adressée.</p>
          ) : (
            <>
              <TaskList tasks={items.slice(0, shown)} />
              <p>
                <AppLink className="fr-link" href="/taches">
                  Voir {items.length > shown ? 'toutes les tâches' : count(items.length, 'tâche')}
                </AppLink>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
