import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSessionState } from '../session/session.js';
import { EntryContact } from './entry-contact.js';

/** Somebody whom the identity provider knows and Jalon does not: why, what to do, and the way out. */
export function UnknownPersonPage() {
  const { signOut } = useSessionState();
  const entry = useResource('entry', () => ask(api.GET('/api/session/entry')));
  const leave = useAct(() => signOut());
  return (
    <Page title="Votre compte n’est pas encore connu de Jalon">
      <p className="fr-text--lead">Vous vous êtes bien identifié, mais aucune personne de Jalon ne correspond à ce compte.</p>
      <p>Trois raisons sont possibles&nbsp;:</p>
      <ul>
        <li>vous n’avez pas encore été invité&nbsp;: demandez-le au service&#8239;;</li>
        <li>vous vous êtes identifié avec une autre adresse que celle de l’invitation&nbsp;: changez de compte&#8239;;</li>
        <li>
          vous avez changé d’administration ou d’adresse&nbsp;: demandez au service de rattacher ce compte au vôtre, vos dossiers vous
          attendent.
        </li>
      </ul>
      <Loaded resource={entry}>
        {({ contact }) => (
          <p>
            À qui écrire&nbsp;: <EntryContact contact={contact} />
          </p>
        )}
      </Loaded>
      <ProblemAlert problem={leave.problem} />
      <Button disabled={leave.busy} onClick={() => void leave.run()}>
        Changer de compte
      </Button>
    </Page>
  );
}
