import { Button } from '@codegouvfr/react-dsfr/Button';
import { useEffect, useState } from 'react';
import { api, ask } from '../api/client.js';
import { sessionEvents } from '../api/session-events.js';
import { useAct } from '../api/use-act.js';
import { timeOf } from '../french/moments.js';
import { Dialog } from '../layout/dialog.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { lastUse, noteUses } from './last-use.js';
import { signInAgain } from './sign-in-again.js';
import { type SessionEnd, sessionEnd } from './session-end.js';
import { useSessionState } from './session.js';

const lookEveryMs = 5_000;

/** Says that the session is about to end, early enough to keep it. What was typed stays on the page either way. */
export function SessionWarning() {
  const { session, expired, readAt } = useSessionState();
  const [end, setEnd] = useState<SessionEnd>({ kind: 'far' });
  const [dismissedAt, setDismissedAt] = useState<number>();
  const stay = useAct(() => ask(api.GET('/api/session')));

  useEffect(() => {
    if (!session || expired) return undefined;
    setEnd({ kind: 'far' });
    const forget = noteUses();
    const endsAt = readAt + session.secondsLeft * 1_000;
    const look = () => {
      const now = sessionEnd({ lastUsedAt: lastUse(), idleMs: session.idleSeconds * 1_000, endsAt }, Date.now());
      setEnd((before) => (before.kind === now.kind && now.kind !== 'near' ? before : now));
      if (now.kind === 'over') sessionEvents.expired();
    };
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [session, expired, readAt]);

  if (!session || expired || end.kind !== 'near' || dismissedAt === end.at) return null;
  const dismiss = () => setDismissedAt(end.at);
  return (
    <Dialog title="Votre session va se terminer" onClose={dismiss}>
      <p>
        {end.extendable
          ? `Sans action de votre part, elle se terminera à ${timeOf(end.at)}. Ce que vous avez saisi reste sur cette page.`
          : `Une session dure douze heures au plus\u00a0: celle-ci se terminera à ${timeOf(end.at)}. Ce que vous avez saisi reste sur cette page.`}
      </p>
      <ProblemAlert problem={stay.problem} />
      <div className="jalon-actions">
        {end.extendable ? (
          <Button disabled={stay.busy} onClick={() => void stay.run().then((done) => done && setEnd({ kind: 'far' }))}>
            Rester connecté
          </Button>
        ) : (
          <Button linkProps={signInAgain()}>Me reconnecter</Button>
        )}
        <Button priority="secondary" onClick={dismiss}>
          Fermer ce message
        </Button>
      </div>
    </Dialog>
  );
}
