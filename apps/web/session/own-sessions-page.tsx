import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { Page } from '../layout/page.js';
import { ProblemAlert } from '../layout/problem-alert.js';

type OwnSession = Schemas['OwnSession'];

/** Where the person is signed in; a session that they do not know, or have left open elsewhere, is ended from here. */
export function OwnSessionsPage() {
  const sessions = useResource('own sessions', () => ask(api.GET('/api/me/sessions')));
  const end = useAct(async (_key, session?: OwnSession) => {
    if (session) await ask(api.DELETE('/api/me/sessions/{id}', { params: { path: { id: session.id } } }));
    else await ask(api.DELETE('/api/me/sessions'));
    announce(session ? 'La session est terminée.' : 'Vos autres sessions sont terminées.');
    sessions.reload();
  });
  const columns: readonly Column<OwnSession>[] = [
    {
      title: 'Appareil',
      cell: ({ agent, current }) => (
        <>
          {agent}{' '}
          {current && (
            <Badge small severity="info" noIcon>
              Cette session
            </Badge>
          )}
        </>
      ),
    },
    { title: 'Ouverte le', cell: ({ createdAt }) => momentOf(createdAt) },
    { title: 'Dernière activité', cell: ({ lastSeenAt }) => momentOf(lastSeenAt) },
    { title: 'Se termine au plus tard', cell: ({ expiresAt }) => momentOf(expiresAt) },
    {
      title: 'Action',
      cell: (session) =>
        !session.current && (
          <ConfirmButton
            label="Terminer"
            about={`${session.agent}, ouverte le ${momentOf(session.createdAt)}`}
            title="Terminer cette session&#8239;?"
            explanation="Sur cet appareil, il faudra s’identifier de nouveau. Ce qui y est en cours de saisie y reste en brouillon."
            confirmLabel="Terminer la session"
            onConfirm={() => void end.run(session)}
          />
        ),
    },
  ];
  return (
    <Page title="Mes sessions" trail={[]}>
      <p>
        Les appareils sur lesquels vous êtes connecté. Une session se termine d’elle-même après un moment sans activité, et douze heures
        après son ouverture au plus tard. Si vous n’en reconnaissez pas une, terminez-la et prévenez le service.
      </p>
      <ProblemAlert problem={end.problem} />
      <Loaded resource={sessions}>
        {(rows) => (
          <>
            <DataTable caption="Mes sessions ouvertes" columns={columns} rows={rows} keyOf={({ id }) => id} />
            {rows.length > 1 && (
              <ConfirmButton
                label="Terminer toutes les autres sessions"
                title="Terminer toutes les autres sessions&#8239;?"
                explanation="Vous restez connecté ici&#8239;; partout ailleurs, il faudra s’identifier de nouveau."
                confirmLabel="Terminer les autres sessions"
                onConfirm={() => void end.run()}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
