import { Notice } from '@codegouvfr/react-dsfr/Notice';
import { SkipLinks } from '@codegouvfr/react-dsfr/SkipLinks';
import { Outlet, useLocation } from 'react-router';
import { SessionExpired } from '../session/session-expired.js';
import { SessionWarning } from '../session/session-warning.js';
import { useSessionState } from '../session/session.js';
import { Announcer } from './announcer.js';
import { AppFooter } from './app-footer.js';
import { AppHeader } from './app-header.js';
import { ErrorBoundary } from './error-boundary.js';

/** What stands around every page. */
export function ApplicationLayout() {
  const { session } = useSessionState();
  const { pathname } = useLocation();
  return (
    <>
      <SkipLinks
        links={[
          { anchor: '#contenu', label: 'Contenu' },
          { anchor: '#entete', label: 'Menu' },
          { anchor: '#pied-de-page', label: 'Pied de page' },
        ]}
      />
      <AppHeader />
      <section aria-label="Information sur le service">
        {session?.demonstration && <Notice title="Données fictives – serveur de démonstration" />}
        <SessionExpired />
      </section>
      <main id="contenu" tabIndex={-1} className="fr-container fr-pb-8w">
        <ErrorBoundary key={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <SessionWarning />
      <Announcer />
      <AppFooter />
    </>
  );
}
