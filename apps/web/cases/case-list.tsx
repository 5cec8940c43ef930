import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';
import { StatusBadge } from './status-badge.js';

/** A few cases as cards: where each stands and what it waits for. */
export function CaseList({ cases }: { readonly cases: readonly Schemas['CaseRow'][] }) {
  return (
    <ul className="fr-raw-list jalon-cards">
      {cases.map((one) => (
        <li key={one.ref} className="jalon-card">
          <p className="fr-mb-1v">
            <AppLink className="fr-link fr-text--bold" href={`/dossiers/${one.ref}`}>
              {one.title}
            </AppLink>
          </p>
          <StatusBadge {...one} />
          <p className="fr-text--sm fr-mt-1v fr-mb-0">
            Dossier {one.ref}. {waitSentence(one)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** « En attente : un instructeur, au plus tard le 12 mars 2026. » */
export function waitSentence({ waits, status }: Pick<Schemas['CaseRow'], 'waits' | 'status'>): string {
  const [first] = waits;
  if (status === 'closed') return 'Ce dossier est clos.';
  if (!first) return '';
  return `En attente\u00a0: ${first.who}${first.lastDay === undefined ? '' : `, au plus tard le ${frenchDate(first.lastDay)}`}.`;
}
