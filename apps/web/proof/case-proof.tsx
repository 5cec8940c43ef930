import { Button } from '@codegouvfr/react-dsfr/Button';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Schemas } from '../api/client.js';
import { PastDayForm } from './past-day.js';

/** What proves the case: how it was on a day, its pack, its journal. */
export function CaseProof({ one }: { readonly one: Schemas['CaseDetail'] }) {
  const { ref, asOf, today, openedAt, mayExport, mayReadJournal, seesReaders } = one;
  return (
    <section className="fr-mt-4w" aria-labelledby="preuve">
      <h2 id="preuve" className="fr-h4">
        Preuve
      </h2>
      <PastDayForm caseRef={ref} day={asOf} from={civilDateAt(Date.parse(openedAt))} until={today} />
      <ul className="fr-raw-list jalon-stack fr-mt-2w">
        {mayExport && (
          <li>
            <Button size="small" priority="secondary" iconId="fr-icon-download-line" linkProps={{ href: `/api/cases/${ref}/proof` }}>
              Exporter le dossier (preuve)
            </Button>
          </li>
        )}
        {mayReadJournal && (
          <li>
            <Button size="small" priority="secondary" linkProps={{ href: `/dossiers/${ref}/journal` }}>
              Lire le journal
            </Button>
          </li>
        )}
        {(mayReadJournal || seesReaders) && (
          <li>
            <Button size="small" priority="secondary" linkProps={{ href: `/dossiers/${ref}/consultations` }}>
              Consultations
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
