import { AppLink } from '../layout/app-link.js';
import { DueBadge } from '../layout/due-badge.js';
import type { ActRow } from './act-row.js';

/** A few things to do as cards: what, on which case, by when. */
export function ActList({ acts }: { readonly acts: readonly ActRow[] }) {
  return (
    <ul className="fr-raw-list jalon-cards">
      {acts.map(({ id, href, label, title, ref, applicantBody, lastDay, overdue, stopped }) => (
        <li key={id} className="jalon-card">
          <p className="fr-mb-1v">
            <AppLink className="fr-link fr-text--bold" href={href}>
              {label}
            </AppLink>
          </p>
          <p className="fr-text--sm fr-mb-1v">
            {title}
            {applicantBody && `, ${applicantBody}`} – dossier {ref}
          </p>
          <p className="fr-text--sm fr-mb-0">
            À faire au plus tard&nbsp;: <DueBadge lastDay={lastDay} overdue={overdue} stopped={stopped} />
          </p>
        </li>
      ))}
    </ul>
  );
}
