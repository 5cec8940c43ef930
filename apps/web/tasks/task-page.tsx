import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { procedureOf, taskOf } from '#workflows/catalogue.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { isSession } from '../sessions/is-session.js';
import { CaseAside } from './case-aside.js';
import { ClaimBar } from './claim-bar.js';
import { ClosedTask } from './closed-task.js';
import { TaskContext } from './task-context.js';
import { TaskForm } from './task-form.js';

/** One task: its form beside what is needed to answer it. */
export function TaskPage() {
  const { id = '' } = useParams();
  const task = useResource(id, () => ask(api.GET('/api/tasks/{id}', { params: { path: { id } } })));
  return <LoadedPage resource={task}>{(data) => <TaskView task={data} reload={task.reload} />}</LoadedPage>;
}

function TaskView({ task, reload }: { readonly task: Schemas['TaskView']; readonly reload: () => void }) {
  const type = taskOf(procedureOf(task.procedure, task.revision), task.key);
  const form = useMemo(
    () => type?.form(task.context as never),
    // The context of a task never changes once it was asked.
    [task.id],
  );
  return (
    <Page
      title={task.label}
      documentTitle={`${task.label} – ${task.ref}`}
      trail={[{ label: 'Tâches', href: '/taches' }]}
      above={
        <p className="fr-mb-1w">
          <Badge small as="span" severity="info" noIcon>
            {task.stageLabel}
          </Badge>{' '}
          <AppLink className="fr-link" href={`/dossiers/${task.ref}`}>
            {isSession(task.procedure) ? 'Séance' : 'Dossier'} {task.ref}
          </AppLink>{' '}
          – {[task.title, task.participant].filter((part) => part !== undefined).join(', ')}
        </p>
      }
    >
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-7">
          {task.help && <p className="fr-text--lead">{task.help}</p>}
          {task.status === 'open' && <ClaimBar task={task} onChange={reload} />}
          <TaskContext task={task} />
          {task.status === 'open' && task.mayAnswer && form ? (
            <TaskForm task={task} form={form} sendsLetter={type?.letter !== undefined} onStale={reload} />
          ) : (
            <ClosedTask task={task} />
          )}
        </div>
        <aside className="fr-col-12 fr-col-lg-5" aria-label="Pour vous aider à répondre">
          <CaseAside task={task} />
        </aside>
      </div>
    </Page>
  );
}
