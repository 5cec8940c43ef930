import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { ProConnectButton } from '@codegouvfr/react-dsfr/ProConnectButton';
import { Navigate, useSearchParams } from 'react-router';
import { api, ask } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { AppLink } from '../layout/app-link.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { signInAddress } from '../session/sign-in-address.js';
import { useSessionState } from '../session/session.js';
import { EntryContact } from './entry-contact.js';

/** Why the server has sent the browser here instead of where it was going. */
const problems: Readonly<Record<string, { readonly title: string; readonly description: string }>> = {
  echec: {
    title: 'La connexion n’a pas abouti',
    description: 'Rien n’a été enregistré. Recommencez avec le bouton ci-dessous\u202f; si cela se reproduit, écrivez au service.',
  },
  injoignable: {
    title: 'Le service d’identification ne répond pas',
    description: 'Recommencez dans quelques minutes. Ce que vous aviez commencé est conservé.',
  },
  faible: {
    title: 'La connexion renforcée n’a pas été obtenue',
    description:
      'Votre fournisseur d’identité n’a pas demandé de second facteur. Activez-en un auprès de lui, ou demandez à une personne qui en a un de décider.',
  },
};

/** Who may enter, and the one way in. */
export function SignInPage() {
  const { session, known } = useSessionState();
  const [search] = useSearchParams();
  const entry = useResource('entry', () => ask(api.GET('/api/session/entry')));
  const back = search.get('retour') ?? '/';
  const problem = problems[search.get('probleme') ?? ''];
  if (known && session && !problem) return <Navigate replace to={ownPath(back)} />;
  return (
    <Page title="Se connecter">
      {problem && <Alert className="fr-mb-3w" severity="error" role="alert" as="h2" {...problem} />}
      {problem && session && (
        <p>
          Vous êtes toujours connecté. <AppLink href="/">Revenir à l’accueil</AppLink>
        </p>
      )}
      <p className="fr-text--lead">
        Jalon est ouvert aux agents publics que le service y a invités&nbsp;: porteurs de projet, instructeurs, décideurs, participants,
        coachs.
      </p>
      <p>
        Identifiez-vous avec votre adresse professionnelle, celle à laquelle vous avez reçu l’invitation. Jalon ne connaît pas votre mot de
        passe.
      </p>
      <ProConnectButton url={signInAddress({ returnTo: back })} />
      <Loaded resource={entry}>
        {({ demonstration, contact }) => (
          <>
            {demonstration && (
              <p>
                Sur ce serveur de démonstration, un fournisseur d’identité local tient la place de ProConnect&nbsp;: vous y choisissez une
                personne fictive.
              </p>
            )}
            <p className="fr-mt-3w">
              Une difficulté pour vous connecter&#8239;? <EntryContact contact={contact} />
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Only an address of this application: an address from elsewhere must not lead elsewhere. */
const ownPath = (path: string) => (path.startsWith('/') && !path.startsWith('//') ? path : '/');
