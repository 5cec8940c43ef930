import { Button } from '@codegouvfr/react-dsfr/Button';
import { useState } from 'react';
import type { Schemas } from '../api/client.js';
import { announce } from '../layout/announcer.js';
import { InterventionDialog } from './intervention-dialog.js';
import { interventionForms } from './intervention-forms.js';

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly onDone: () => void;
}

/** What this person may do to the case at any time, outright or by asking. */
export function InterventionBar({ one, onDone }: Props) {
  const [chosen, setChosen] = useState<Schemas['PossibleIntervention']>();
  const possible = one.interventions.filter(({ kind }) => kind in interventionForms);
  if (possible.length === 0) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="interventions">
      <h2 id="interventions" className="fr-h4">
        Agir sur le dossier
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
      </ul>
      {chosen && (
        <InterventionDialog
          one={one}
          intervention={chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            announce(chosen.mode === 'ask' ? 'Votre demande est transmise.' : `C’est fait : ${chosen.label}.`);
            setChosen(undefined);
            onDone();
          }}
        />
      )}
    </section>
  );
}
