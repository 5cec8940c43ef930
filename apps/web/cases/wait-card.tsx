import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { capital } from '../french/capital.js';
import { dayOf } from '../french/moments.js';
import { AppLink } from '../layout/app-link.js';
import { ExplainedSum } from './explained-sum.js';

/** One reason why the case waits: who, since when, until when, what happens then, how to go on. */
export function WaitCard({ wait }: { readonly wait: Schemas['WaitRow'] }) {
  const { label, who, since, lastDay, stopped, overdue, then, unblock, explained, taskId } = wait;
  return (
    <li className="jalon-card">
      <div className="jalon-card__head">
        <h3 className="fr-h6 fr-mb-0">{label}</h3>
        {overdue && (
          <Badge small severity="error">
            En retard
          </Badge>
        )}
        {stopped && (
          <Badge small severity="warning">
            Délai suspendu
          </Badge>
        )}
      </div>
      <dl className="jalon-wait">
        <div>
          <dt>Qui</dt>
          <dd>{capital(who)}</dd>
        </div>
        <div>
          <dt>Depuis</dt>
          <dd>{dayOf(since)}</dd>
        </div>
        <div>
          <dt>Jusqu’au</dt>
          <dd>{lastDay === undefined ? (stopped ? 'Délai suspendu' : 'Sans date limite') : frenchDate(lastDay)}</dd>
        </div>
      </dl>
      <p className="fr-text--sm fr-mb-1v">
        <strong>Ensuite&nbsp;:</strong> {then}
      </p>
      <p className="fr-text--sm fr-mb-1v">
        <strong>Pour avancer&nbsp;:</strong> {unblock}{' '}
        {taskId !== undefined && (
          <AppLink className="fr-link fr-link--sm" href={`/taches/${taskId}`} aria-label={`Ouvrir la tâche\u00a0: ${label}`}>
            Ouvrir la tâche
          </AppLink>
        )}
      </p>
      <ExplainedSum sentences={explained} />
    </li>
  );
}
