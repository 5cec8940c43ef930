import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';
import { DueBadge } from '../layout/due-badge.js';

/** A few tasks as cards: what, on which case, by when. */
export function TaskList({ tasks }: { readonly tasks: readonly Schemas['TaskRow'][] }) {
  return (
    <ul className="fr-raw-list jalon-cards">
      {tasks.map(({ id, label, title, ref, applicantBody, lastDay, overdue, stopped }) => (
        <li key={id} className="jalon-card">
          <p className="fr-mb-1v">
            <AppLink className="fr-link fr-text--bold" href={`/taches/${id}`}>
              {label}
            </AppLink>
          </p>
          <p className="fr-text--sm fr-mb-1v">
            {title}
            {applicantBody && `, ${applicantBody}`} – dossier {ref}
          </p>
          <p className="fr-text--sm fr-mb-0">
            À faire au plus tard : <DueBadge lastDay={lastDay} overdue={overdue} stopped={stopped} />
          </p>
        </li>
      ))}
    </ul>
  );
}
