import type { Problem } from '../api/problem.js';
import { AppLink } from '../layout/app-link.js';
import { Page } from '../layout/page.js';
import { PastDayForm } from './past-day.js';

interface Props {
  readonly caseRef: string;
  readonly day: string;
  readonly problem: Problem;
}

/** The case cannot be read at that day: why, another day, and the way back. */
export function NoSuchDay({ caseRef, day, problem: { message, help, fields } }: Props) {
  return (
    <Page title={message} documentTitle={`${message} – dossier ${caseRef}`} trail={[{ label: 'Dossiers', href: '/dossiers' }]}>
      <p className="fr-text--lead">{Object.keys(fields).length > 0 ? 'Donnez un jour qui existe.' : help}</p>
      <PastDayForm caseRef={caseRef} day={day} />
      <p className="fr-mt-3w">
        <AppLink className="fr-link" href={`/dossiers/${caseRef}`}>
          Revenir au dossier d’aujourd’hui
        </AppLink>
      </p>
    </Page>
  );
}
