import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { ActiveFilters } from '../layout/active-filters.js';
import { useCursorPages } from '../layout/cursor-pages.js';
import { FoundList } from '../layout/found-list.js';
import { Page } from '../layout/page.js';
import { useSearchState } from '../layout/use-search-state.js';
import { useMay } from '../session/session.js';
import { ExpectedEvents } from './expected-events.js';
import { said } from './filter-words.js';
import { InboxFilters } from './inbox-filters.js';
import { names, readQuery, scopes } from './inbox-query.js';
import { ScopeTabs } from './scope-tabs.js';
import { TaskTable } from './task-table.js';

/** Open tasks: mine, my groups', all that I may see. */
export function InboxPage() {
  const { search, change } = useSearchState();
  const may = useMay();
  const pages = useCursorPages();
  const query = readQuery(search);
  const asked = { ...query, cursor: pages.cursor };
  const tasks = useResource(JSON.stringify(asked), () => ask(api.GET('/api/tasks', { params: { query: asked } })));
  const counts = useResource('counts', () => ask(api.GET('/api/tasks/counts')));
  const scope = scopes[query.scope];
  return (
    <Page title="Tâches" documentTitle={`Tâches, ${scope.toLocaleLowerCase('fr')}`} trail={[]}>
      <ScopeTabs scope={query.scope} counts={counts.data} onChange={(next) => change({ vue: next === 'mine' ? undefined : next })} />
      <div className="fr-grid-row fr-grid-row--gutters fr-mt-2w">
        <div className="fr-col-12 fr-col-md-3">
          <InboxFilters query={query} onChange={change} />
        </div>
        <div className="fr-col-12 fr-col-md-9">
          <ActiveFilters names={names} values={query} said={said} onChange={change} />
          <FoundList
            resource={tasks}
            pages={pages}
            noun="tâche"
            where={` dans «\u00a0${scope}\u00a0»`}
            none={`Aucune tâche ne correspond.${query.scope === 'mine' ? ' Voyez aussi celles de vos groupes.' : ''}`}
          >
            {(items) => <TaskTable caption={`Tâches ouvertes, ${scope.toLocaleLowerCase('fr')}`} tasks={items} />}
          </FoundList>
          {query.scope === 'mine' && may('answer task') && <ExpectedEvents />}
        </div>
      </div>
    </Page>
  );
}
