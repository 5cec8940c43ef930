import { Button } from '@codegouvfr/react-dsfr/Button';
import { Page } from '../layout/page.js';

export function NotFoundPage() {
  return (
    <Page title="Page non trouvée">
      <p className="fr-text--lead">La page que vous cherchez n’existe pas, ou n’existe plus.</p>
      <p>Si vous avez saisi l’adresse, vérifiez-la. Sinon, revenez à l’accueil.</p>
      <Button linkProps={{ href: '/' }}>Revenir à l’accueil</Button>
    </Page>
  );
}
