import { CallOut } from '@codegouvfr/react-dsfr/CallOut';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';

/** What this person must do on this case, by when. */
export function ExpectedCallOut({ one }: { readonly one: Schemas['CaseDetail'] }) {
  const acts = actsOf(one);
  if (acts.length === 0) return null;
  return (
    <CallOut title="Ce qu’on attend de vous" titleAs="h2" bodyAs="div">
      <ul>
        {acts.map(({ href, label, lastDay }) => (
          <li key={href}>
            <AppLink className="fr-link" href={href}>
              {label}
            </AppLink>
            {lastDay !== undefined && `, au plus tard le ${frenchDate(lastDay)}`}
          </li>
        ))}
      </ul>
    </CallOut>
  );
}

/** Tasks to answer, and events to record. */
function actsOf({ ref, waits, myTasks }: Schemas['CaseDetail']) {
  const tasks = myTasks.map(({ id, label, lastDay }) => ({ href: `/taches/${id}`, label, lastDay }));
  const events = waits
    .filter(({ kind, mayAct, optional }) => kind === 'event' && mayAct && !optional)
    .map(({ id, label, lastDay }) => ({ href: `/dossiers/${ref}/evenements/${id}`, label, lastDay }));
  return [...tasks, ...events];
}
