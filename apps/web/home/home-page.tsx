import type { Role } from '#workflows/kit/people.js';
import { Page } from '../layout/page.js';
import { useSession } from '../session/session.js';
import { GlassAlerts } from '../break-glass/glass-alerts.js';
import { ApplicantHome } from './applicant-home.js';
import { EntryTiles } from './entry-tiles.js';
import { ExpectedOfMe } from './expected-of-me.js';
import { Workload } from './workload.js';

const writers: readonly Role[] = ['applicant', 'participant', 'employer'];
const applicants: readonly Role[] = [...writers, 'director'];
/** They have nothing to do on cases. */
const offCases: readonly Role[] = ['administrator', 'catalogueEditor'];

/** What is expected of me, by when; then ways in. */
export function HomePage() {
  const { person, roles } = useSession();
  const applies = roles.some((role) => applicants.includes(role));
  const works = roles.some((role) => !offCases.includes(role));
  return (
    <Page title={`Bonjour ${person.name}`} documentTitle="Accueil">
      {roles.includes('programManager') && <GlassAlerts />}
      {works && !applies && <Workload />}
      {works && <ExpectedOfMe />}
      {applies && <ApplicantHome writesDrafts={roles.some((role) => writers.includes(role))} />}
      <EntryTiles />
    </Page>
  );
}
