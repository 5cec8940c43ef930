import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { announce } from '../layout/announcer.js';
import { isSession } from '../sessions/is-session.js';
import { useSession } from '../session/session.js';
import { InterventionDialog } from './intervention-dialog.js';
import { interventionForms } from './intervention-forms.js';

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly onDone: () => void;
}

/** What this person may do to the case at any time, outright or by asking. */
export function InterventionBar({ one, onDone }: Props) {
  const [chosen, setChosen] = useState<Schemas['PossibleIntervention']>();
  const { roles } = useSession();
  const possible = one.interventions.filter(({ kind }) => kind in interventionForms);
  // A correction starts from the journal, which these roles read.
  const corrects = one.interventions.some(({ kind }) => kind === 'correct') && roles.includes('programManager');
  if (possible.length === 0 && !corrects) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="interventions">
      <h2 id="interventions" className="fr-h4">
        {isSession(one.procedure) ? 'Agir sur la séance' : 'Agir sur le dossier'}
      </h2>
      <ul className="fr-raw-list jalon-stack">
        {possible.map((intervention) => (
          <li key={intervention.kind}>
            <Button size="small" priority="secondary" onClick={() => setChosen(intervention)}>
              {intervention.label}
              {intervention.mode === 'ask' && ' (sur accord)'}
            </Button>
          </li>
        ))}
        {corrects && (
          <li>
            <Button size="small" priority="secondary" linkProps={{ href: `/dossiers/${one.ref}/corriger` }}>
              Corriger une réponse (sur accord)
            </Button>
          </li>
        )}
      </ul>
      {chosen && (
        <InterventionDialog
          one={one}
          intervention={chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            announce(chosen.mode === 'ask' ? 'Votre demande est transmise.' : `C’est fait\u00a0: ${chosen.label}.`);
            setChosen(undefined);
            onDone();
          }}
        />
      )}
    </section>
  );
}
