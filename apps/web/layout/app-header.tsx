import { headerFooterDisplayItem } from '@codegouvfr/react-dsfr/Display';
import { Header, type HeaderProps } from '@codegouvfr/react-dsfr/Header';
import { useLocation, useNavigate } from 'react-router';
import { useSessionState } from '../session/session.js';
import { brandTop, home } from './brand.js';
import { entriesFor } from './navigation.js';

export function AppHeader() {
  const { session, signOut } = useSessionState();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate('/connexion');
  };
  const quickAccess: HeaderProps['quickAccessItems'] = session
    ? [
        <p key="person" className="jalon-person">
          <span className="fr-icon-account-circle-line fr-icon--sm fr-mr-1v" aria-hidden="true" />
          {session.person.name}
        </p>,
        ...(session.demonstration
          ? [{ iconId: 'fr-icon-mail-line' as const, text: 'Courriels envoyés', linkProps: { href: '/courriels' } }]
          : []),
        { iconId: 'fr-icon-logout-box-r-line', text: 'Se déconnecter', buttonProps: { onClick: () => void leave() } },
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
        entriesFor(session.roles).map(({ text, href }) => ({
          text,
          linkProps: { href },
          isActive: href === '/' ? pathname === '/' : pathname.startsWith(href),
        }))
      }
    />
  );
}
