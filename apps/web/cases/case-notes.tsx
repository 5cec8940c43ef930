import { Button } from '@codegouvfr/react-dsfr/Button';
import { Checkbox } from '@codegouvfr/react-dsfr/Checkbox';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { Loaded } from '../layout/loaded.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSession } from '../session/session.js';

/** The person's own notes; nobody else sees them, but what a coach shares with the participant. */
export function CaseNotes({ caseRef }: { readonly caseRef: string }) {
  const params = { path: { ref: caseRef } };
  const notes = useResource(caseRef, () => ask(api.GET('/api/cases/{ref}/notes', { params })));
  const { roles } = useSession();
  const [text, setText] = useState('');
  const [shared, setShared] = useState(false);
  const write = useAct(async () => {
    await ask(api.POST('/api/cases/{ref}/notes', { params, body: { text, shared } }));
    // What was typed meanwhile is another note.
    setText((now) => (now === text ? '' : now));
    setShared((now) => (now === shared ? false : now));
    notes.reload();
  });
  const remove = useAct(async (_key, id: string) => {
    await ask(api.DELETE('/api/cases/{ref}/notes/{id}', { params: { path: { ref: caseRef, id } } }));
    notes.reload();
  });
  return (
    <>
      <p className="fr-text--sm">Vous seul lisez vos notes, sauf celles qui sont partagées. Elles ne font pas partie du dossier.</p>
      <Loaded resource={notes}>
        {(list) => (
          <ul className="fr-raw-list jalon-messages">
            {list.map(({ id, text: written, at, shared: isShared, mine, authorName }) => (
              <li key={id} className="jalon-message">
                <p className="fr-text--xs jalon-discreet fr-mb-0">
                  {momentOf(at)}
                  {isShared && (mine ? ' – partagée avec le participant' : ` – partagée par ${authorName}`)}
                </p>
                <p className="fr-mb-1v jalon-detail">{written}</p>
                {mine && (
                  <Button
                    size="small"
                    priority="tertiary no outline"
                    onClick={() => void remove.run(id)}
                    nativeButtonProps={{ 'aria-label': `Supprimer la note du ${momentOf(at)}` }}
                  >
                    Supprimer
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void write.run();
        }}
      >
        <Input
          label="Nouvelle note"
          textArea
          nativeTextAreaProps={{ rows: 2, value: text, onChange: ({ target }) => setText(target.value) }}
        />
        {roles.includes('coach') && (
          <Checkbox
            options={[
              {
                label: 'Partager avec le participant',
                nativeInputProps: { checked: shared, onChange: ({ target }) => setShared(target.checked) },
              },
            ]}
          />
        )}
        <ProblemAlert problem={write.problem ?? remove.problem} />
        <Button type="submit" priority="secondary" size="small" disabled={write.busy}>
          Ajouter la note
        </Button>
      </form>
    </>
  );
}
