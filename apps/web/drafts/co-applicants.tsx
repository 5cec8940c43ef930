import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { Select } from '@codegouvfr/react-dsfr/Select';
import { useState } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { announce } from '../layout/announcer.js';
import { ConfirmButton } from '../layout/confirm-button.js';
import { ProblemAlert } from '../layout/problem-alert.js';

type Right = Schemas['ParticipationRight'];

/** What each right lets a co-applicant do, in the order in which it grows. */
const rights: Readonly<Record<Right, string>> = {
  reader: 'Lire la demande et le dossier',
  editor: 'Rédiger la demande et répondre au service',
  signatory: 'Rédiger, déposer et retirer la demande',
};

interface Props {
  readonly draft: Schemas['DraftView'];
}

/** Who prepares the application together; its owner chooses them and what each may do. */
export function CoApplicants({ draft }: Props) {
  const [people, setPeople] = useState(draft.coApplicants);
  const mine = draft.right === 'owner';
  const params = (personId: string) => ({ path: { id: draft.id, personId } });
  const change = useAct(async (_key, { personId, name }: Schemas['CoApplicant'], right: Right) => {
    setPeople(await ask(api.PUT('/api/drafts/{id}/co-applicants/{personId}', { params: params(personId), body: { right } })));
    announce(`Le droit de ${name} est modifié.`);
  });
  const remove = useAct(async (_key, { personId, name }: Schemas['CoApplicant']) => {
    await ask(api.DELETE('/api/drafts/{id}/co-applicants/{personId}', { params: params(personId) }));
    setPeople((previous) => previous.filter((one) => one.personId !== personId));
    announce(`${name} n’est plus co-porteur.`);
  });
  return (
    <section className="fr-mt-4w" aria-labelledby="co-porteurs">
      <h2 id="co-porteurs" className="fr-h5">
        Co-porteurs
      </h2>
      <p>
        Porteur&nbsp;: {draft.ownerName}. Les co-porteurs voient la demande, puis le dossier. La liste ne change plus une fois la demande
        déposée ; aucun d’eux ne peut instruire ce dossier.
      </p>
      {people.length > 0 && (
        <ul className="fr-raw-list jalon-cards">
          {people.map((one) => (
            <li key={one.personId} className="jalon-card">
              <p className="fr-mb-1v">
                <strong>{one.name}</strong>
                {one.bodyName && `, ${one.bodyName}`}
              </p>
              {mine ? (
                <div className="jalon-actions">
                  <RightSelect label={`Droit de ${one.name}`} value={one.right} onChange={(right) => void change.run(one, right)} />
                  <ConfirmButton
                    label="Retirer"
                    about={one.name}
                    title={`Retirer ${one.name} ?`}
                    explanation="Cette personne ne verra plus la demande. Ce qu’elle a écrit reste."
                    confirmLabel="Retirer ce co-porteur"
                    onConfirm={() => void remove.run(one)}
                  />
                </div>
              ) : (
                <p className="fr-mb-0">{rights[one.right]}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert problem={change.problem ?? remove.problem} />
      {mine && <Invite draftId={draft.id} onInvited={setPeople} />}
    </section>
  );
}

function Invite({ draftId, onInvited }: { readonly draftId: string; readonly onInvited: (people: Schemas['CoApplicant'][]) => void }) {
  const [email, setEmail] = useState('');
  const [right, setRight] = useState<Right>('editor');
  const invite = useAct(async () => {
    onInvited(
      await ask(api.POST('/api/drafts/{id}/co-applicants', { params: { path: { id: draftId } }, body: { email: email.trim(), right } })),
    );
    setEmail('');
    announce('Le co-porteur est ajouté.');
  });
  const wrong = invite.problem?.fields.email;
  return (
    <form
      noValidate
      className="fr-mt-2w"
      onSubmit={(event) => {
        event.preventDefault();
        void invite.run();
      }}
    >
      <Input
        label="Adresse électronique du co-porteur"
        hintText="Celle de son compte, par exemple prenom.nom@exemple.gouv.fr."
        state={wrong === undefined ? 'default' : 'error'}
        stateRelatedMessage={wrong}
        nativeInputProps={{
          type: 'email',
          autoComplete: 'off',
          value: email,
          required: true,
          onChange: (event) => setEmail(event.target.value),
        }}
      />
      <RightSelect label="Ce que cette personne peut faire" value={right} onChange={setRight} />
      <ProblemAlert problem={wrong === undefined ? invite.problem : undefined} />
      <Button type="submit" priority="secondary" disabled={invite.busy || email.trim() === ''}>
        Ajouter ce co-porteur
      </Button>
    </form>
  );
}

interface RightSelectProps {
  readonly label: string;
  readonly value: Right;
  readonly onChange: (right: Right) => void;
}

const RightSelect = ({ label, value, onChange }: RightSelectProps) => (
  <Select label={label} nativeSelectProps={{ value, onChange: (event) => onChange(event.target.value as Right) }}>
    {Object.entries(rights).map(([right, said]) => (
      <option key={right} value={right}>
        {said}
      </option>
    ))}
  </Select>
);
