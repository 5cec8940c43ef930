import { headerFooterDisplayItem } from '@codegouvfr/react-dsfr/Display';
import { Footer } from '@codegouvfr/react-dsfr/Footer';
import { brandTop, home } from './brand.js';

export function AppFooter() {
  return (
    <Footer
      id="pied-de-page"
      brandTop={brandTop}
      homeLinkProps={home}
      accessibility="non compliant"
      accessibilityLinkProps={{ href: '/accessibilite' }}
      contentDescription="Jalon suit les longs programmes de l’État&nbsp;: chaque délai, chaque relance, chaque décision et chaque paiement. Un service de la direction interministérielle du numérique (DINUM)."
      domains={['info.gouv.fr', 'service-public.gouv.fr', 'legifrance.gouv.fr', 'data.gouv.fr']}
      termsLinkProps={{ href: '/mentions-legales' }}
      bottomItems={[
        { text: 'Données personnelles', linkProps: { href: '/donnees-personnelles' } },
        { text: 'Gestion des cookies', linkProps: { href: '/cookies' } },
        headerFooterDisplayItem,
      ]}
    />
  );
}
