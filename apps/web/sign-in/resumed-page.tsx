import { useEffect } from 'react';
import { AppLink } from '../layout/app-link.js';
import { Page } from '../layout/page.js';
import { tellOtherTabs } from '../session/other-tabs.js';

/** The end of a sign-in beside a page that was waiting for it. */
export function ResumedPage() {
  useEffect(tellOtherTabs, []);
  return (
    <Page title="Vous êtes de nouveau connecté">
      <p className="fr-text--lead">Fermez cette fenêtre et revenez à la page que vous aviez laissée&nbsp;: elle a repris.</p>
      <p>
        <AppLink href="/">Ou ouvrez l’accueil ici</AppLink>
      </p>
    </Page>
  );
}
