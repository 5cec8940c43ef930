import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { ApplicationSummary } from '../answers/application-summary.js';
import { beginningOf } from '../answers/beginning-words.js';
import { CaseDocuments } from '../cases/case-documents.js';
import { ExplainedSum } from '../cases/explained-sum.js';
import { AppLink } from '../layout/app-link.js';
import { DueBadge } from '../layout/due-badge.js';
import { Loaded } from '../layout/loaded.js';
import { isSession } from '../sessions/is-session.js';

const titles: Readonly<Record<string, string>> = { 'ftap-committee': 'La séance', cohort: 'La cohorte' };

/** What is needed to decide: the time left, the application, the documents. */
export function CaseAside({ task }: { readonly task: Schemas['TaskView'] }) {
  const one = useResource(task.ref, () => ask(api.GET('/api/cases/{ref}', { params: { path: { ref: task.ref } } })));
  return (
    <>
      <section className="jalon-card" aria-labelledby="delai">
        <h2 id="delai" className="fr-h6 fr-mb-1w">
          Délai
        </h2>
        <p className="fr-mb-1w">
          Au plus tard&nbsp;: <DueBadge lastDay={task.lastDay} overdue={task.overdue} stopped={task.stopped} />
        </p>
        <ExplainedSum sentences={task.dueExplained} />
      </section>
      <section className="fr-mt-3w" aria-labelledby="demande">
        <h2 id="demande" className="fr-h6 fr-mb-1w">
          {titles[task.procedure] ?? beginningOf(task.procedure)}
        </h2>
        {task.procedure === 'cohort' ? (
          <CohortLinks task={task} />
        ) : isSession(task.procedure) ? (
          <AppLink className="fr-link" href={`/seances/${task.ref}`}>
            Ordre du jour, membres et avis
          </AppLink>
        ) : (
          <Loaded resource={one}>
            {({ procedure, application }) => <ApplicationSummary procedure={procedure} input={application} open={['project']} />}
          </Loaded>
        )}
      </section>
      <section className="fr-mt-3w" aria-labelledby="documents">
        <h2 id="documents" className="fr-h6 fr-mb-1w">
          Documents
        </h2>
        <CaseDocuments caseRef={task.ref} />
      </section>
    </>
  );
}

/** The cohort's page; and the participant's, of whom a result is asked. */
function CohortLinks({ task: { ref, context } }: { readonly task: Schemas['TaskView'] }) {
  const member = typeof context?.ref === 'string' ? context.ref : undefined;
  return (
    <ul className="fr-raw-list">
      {member !== undefined && (
        <li>
          <AppLink className="fr-link" href={`/dossiers/${member}`}>
            Dossier du participant
          </AppLink>
        </li>
      )}
      <li>
        <AppLink className="fr-link" href={`/cohortes/${ref}`}>
          Calendrier et équipe
        </AppLink>
      </li>
    </ul>
  );
}
