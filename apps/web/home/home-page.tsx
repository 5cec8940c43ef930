import type { Role } from '#workflows/kit/people.js';
import { Page } from '../layout/page.js';
import { useMay, useSession } from '../session/session.js';
import { GlassAlerts } from '../break-glass/glass-alerts.js';
import { ApplicantHome } from './applicant-home.js';
import { EntryTiles } from './entry-tiles.js';
import { ExpectedOfMe } from './expected-of-me.js';
import { Workload } from './workload.js';

/** Cases are about them, or of people of theirs. */
const applicants: readonly Role[] = ['applicant', 'participant', 'employer', 'director'];

/** What is expected of me, by when; then ways in. */
export function HomePage() {
  const { person, roles } = useSession();
  const applies = roles.some((role) => applicants.includes(role));
  const may = useMay();
  const works = may('answer task');
  return (
    <Page title={`Bonjour ${person.name}`} documentTitle="Accueil">
      {may('acknowledge access') && <GlassAlerts />}
      {works && !applies && <Workload />}
      {works && <ExpectedOfMe />}
      {applies && <ApplicantHome writesDrafts={may('create file')} />}
      <EntryTiles />
    </Page>
  );
}
