import { headerFooterDisplayItem } from '@codegouvfr/react-dsfr/Display';
import { Header, type HeaderProps } from '@codegouvfr/react-dsfr/Header';
import { useLocation } from 'react-router';
import { useSessionState } from '../session/session.js';
import { brandTop, home } from './brand.js';
import { entriesFor } from './navigation.js';

export function AppHeader() {
  const { session, signOut } = useSessionState();
  const { pathname } = useLocation();
  const quickAccess: HeaderProps['quickAccessItems'] = session
    ? [
        {
          iconId: 'fr-icon-account-circle-line' as const,
          text: session.person.name,
          linkProps: { href: '/mes-sessions', title: `${session.person.name} – mes sessions` },
        },
        { iconId: 'fr-icon-file-download-line' as const, text: 'Mes données', linkProps: { href: '/mes-donnees' } },
        ...(session.demonstration
          ? [{ iconId: 'fr-icon-mail-line' as const, text: 'Courriels envoyés', linkProps: { href: '/courriels' } }]
          : []),
        { iconId: 'fr-icon-logout-box-r-line', text: 'Se déconnecter', buttonProps: { onClick: () => void signOut() } },
        headerFooterDisplayItem,
      ]
    : [headerFooterDisplayItem];
  return (
    <Header
      id="entete"
      brandTop={brandTop}
      homeLinkProps={home}
      serviceTitle="Jalon"
      serviceTagline="Les longs programmes de l’État, de la demande à la clôture"
      quickAccessItems={quickAccess}
      navigation={
        session &&
        entriesFor(session).map(({ text, href }) => ({
          text,
          linkProps: { href },
          isActive: href === '/' ? pathname === '/' : pathname.startsWith(href),
        }))
      }
    />
  );
}
