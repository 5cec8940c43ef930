import { useEffect } from 'react';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { announce } from '../layout/announcer.js';
import { CursorPagination } from '../layout/cursor-pagination.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { ActiveFilters } from './active-filters.js';
import { InboxFilters } from './inbox-filters.js';
import { readQuery, scopes } from './inbox-query.js';
import { ScopeTabs } from './scope-tabs.js';
import { ExpectedEvents } from './expected-events.js';
import { TaskTable } from './task-table.js';

/** Open tasks: mine, my groups', all that I may see. */
export function InboxPage() {
  const { search, change } = useSearchState();
  const pages = useCursorPages();
  const query = readQuery(search);
  const asked = { ...query, cursor: pages.cursor };
  const tasks = useResource(JSON.stringify(asked), () => ask(api.GET('/api/tasks', { params: { query: asked } })));
  const counts = useResource('counts', () => ask(api.GET('/api/tasks/counts')));
  const total = tasks.data?.total;
  const found = total === undefined ? '' : count(total, 'tâche');

  useEffect(() => {
    if (found) announce(`${found} dans «\u00a0${scopes[query.scope]}\u00a0».`);
  }, [found, query.scope]);

  return (
    <Page title="Tâches" documentTitle={`Tâches, ${scopes[query.scope].toLocaleLowerCase('fr')}`} trail={[]}>
      <ScopeTabs scope={query.scope} counts={counts.data} onChange={(scope) => change({ vue: scope === 'mine' ? undefined : scope })} />
      <div className="fr-grid-row fr-grid-row--gutters fr-mt-2w">
        <div className="fr-col-12 fr-col-md-3">
          <InboxFilters query={query} onChange={change} />
        </div>
        <div className="fr-col-12 fr-col-md-9">
          <ActiveFilters query={query} onChange={change} />
          <Loaded resource={tasks}>
            {({ items, nextCursor }) => (
              <>
                <p className="fr-text--bold fr-mb-1w">{found}</p>
                {items.length === 0 ? (
                  <p>Aucune tâche ne correspond. {query.scope === 'mine' ? 'Voyez aussi celles de vos groupes.' : ''}</p>
                ) : (
                  <TaskTable caption={`Tâches ouvertes, ${scopes[query.scope].toLocaleLowerCase('fr')}`} tasks={items} />
                )}
                <CursorPagination pages={pages} nextCursor={nextCursor} />
                {query.scope === 'mine' && <ExpectedEvents />}
              </>
            )}
          </Loaded>
        </div>
      </div>
    </Page>
  );
}
