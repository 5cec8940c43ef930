import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { ProblemAlert } from '../layout/problem-alert.js';

interface Props {
  readonly year: Schemas['YearView'];
  readonly onChange: () => void;
}

/** Who books and answers for the director; the director alone says who, and alone signs. */
export function Delegates({ year: { ref, own, delegates }, onChange }: Props) {
  const remove = useAct(async (_key, { id, name }: Schemas['PersonName']) => {
    await ask(api.DELETE('/api/directors/years/{ref}/delegates/{id}', { params: { path: { ref, id } } }));
    announce(`${name} ne répond plus pour vous.`);
    onChange();
  });
  if (!own) return null;
  return (
    <section aria-labelledby="delegues" className="fr-mt-4w">
      <h2 id="delegues" className="fr-h5">
        Qui répond pour moi
      </h2>
      <p>Votre secrétariat peut réserver, répondre et préparer l’engagement. Vous seul le signez.</p>
      <ProblemAlert problem={remove.problem} />
      {delegates.length > 0 && (
        <ul>
          {delegates.map((one) => (
            <li key={one.id}>
              {one.name}{' '}
              <ConfirmButton
                label="Retirer"
                about={one.name}
                title={`Retirer ${one.name}`}
                explanation="Cette personne ne verra plus votre année."
                confirmLabel="Retirer"
                onConfirm={() => void remove.run(one)}
              />
            </li>
          ))}
        </ul>
      )}
      <Add yearRef={ref} onAdded={onChange} />
    </section>
  );
}

function Add({ yearRef, onAdded }: { readonly yearRef: string; readonly onAdded: () => void }) {
  const [email, setEmail] = useState('');
  const add = useAct(async () => {
    await ask(api.POST('/api/directors/years/{ref}/delegates', { params: { path: { ref: yearRef } }, body: { email: email.trim() } }));
    setEmail('');
    announce('Cette personne répond désormais pour vous.');
    onAdded();
  });
  const wrong = add.problem?.fields.email;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add.run();
      }}
    >
      <Input
        label="Adresse électronique de la personne"
        hintText="Celle de son compte, par exemple prenom.nom@exemple.gouv.fr."
        state={wrong === undefined ? 'default' : 'error'}
        stateRelatedMessage={wrong}
        nativeInputProps={{ type: 'email', autoComplete: 'off', value: email, onChange: ({ target }) => setEmail(target.value) }}
      />
      <ProblemAlert problem={wrong === undefined ? add.problem : undefined} />
      <Button type="submit" priority="secondary" disabled={add.busy || email.trim() === ''}>
        Ajouter
      </Button>
    </form>
  );
}
