import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { AppLink } from '../layout/app-link.js';

/** What this person may do although nobody waits for it: lodge an appeal, ask for an amendment, report a breach. */
export function OfferedActs({ one: { ref, offers } }: { readonly one: Schemas['CaseDetail'] }) {
  if (offers.length === 0) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="possibles">
      <h2 id="possibles" className="fr-h4">
        Vous pouvez aussi
      </h2>
      <ul>
        {offers.map(({ id, label, lastDay }) => (
          <li key={id}>
            <AppLink className="fr-link" href={`/dossiers/${ref}/evenements/${id}`}>
              {label}
            </AppLink>
            {lastDay !== undefined && `, jusqu’au ${frenchDate(lastDay)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
