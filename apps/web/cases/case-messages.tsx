import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useState } from 'react';
import { api, ask } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { momentOf } from '../french/moments.js';
import { announce } from '../layout/announcer.js';
import { Loaded } from '../layout/loaded.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useMay } from '../session/session.js';

/** Between the applicant and the service; everybody on the case reads it. */
export function CaseMessages({ caseRef, isJourney }: { readonly caseRef: string; readonly isJourney: boolean }) {
  const may = useMay();
  const params = { path: { ref: caseRef } };
  const messages = useResource(caseRef, () => ask(api.GET('/api/cases/{ref}/messages', { params })));
  const [text, setText] = useState('');
  const send = useAct(async () => {
    await ask(api.POST('/api/cases/{ref}/messages', { params, body: { text } }));
    // What was typed meanwhile is another message.
    setText((now) => (now === text ? '' : now));
    announce('Message envoyé.');
    messages.reload();
  });
  return (
    <>
      <Loaded resource={messages}>
        {(list) =>
          list.length === 0 ? (
            <p>Aucun message.</p>
          ) : (
            <ul className="fr-raw-list jalon-messages">
              {list.map(({ id, side, author, at, text: said }) => (
                <li key={id} className={`jalon-message jalon-message--${side}`}>
                  <p className="fr-text--xs jalon-discreet fr-mb-0">
                    {author.name} ({side === 'service' ? 'service' : isJourney ? 'participant' : 'porteur'}), {momentOf(at)}
                  </p>
                  <p className="fr-mb-0 jalon-detail">{said}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {may('exchange') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void send.run();
          }}
        >
          <Input
            label="Votre message"
            textArea
            nativeTextAreaProps={{ rows: 3, value: text, onChange: ({ target }) => setText(target.value) }}
          />
          <ProblemAlert problem={send.problem} />
          <Button type="submit" priority="secondary" size="small" disabled={send.busy}>
            Envoyer le message
          </Button>
        </form>
      )}
    </>
  );
}
