import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { useMemo, useState } from 'react';
import type { ZodType } from 'zod';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { asProblem } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { SaveStatus } from '../autosave/save-status.js';
import { useAutosave } from '../autosave/use-autosave.js';
import { DraftConflict } from '../drafts/draft-conflict.js';
import { fieldsOf } from '../forms/field.js';
import type { FormValue } from '../forms/value.js';
import { ZodForm } from '../forms/zod-form.js';
import { ProblemAlert } from '../layout/problem-alert.js';
import { useSession } from '../session/session.js';
import { Answered } from './answered.js';
import { LetterPreview } from './letter-preview.js';

interface Props {
  readonly task: Schemas['TaskView'];
  readonly form: ZodType;
  /** Its answers send letters, which can be read before. */
  readonly sendsLetter: boolean;
  /** The task is no longer what the page shows. */
  readonly onStale: () => void;
}

const params = (id: string) => ({ path: { id } });

/** Refusals that say that the task is over, whatever is written in it. */
const overCodes: ReadonlySet<string> = new Set(['taskNotOpen', 'taskLapsed', 'taskDropped', 'caseClosed']);

/** The answer: kept while it is written, sent once. */
export function TaskForm({ task, form, sendsLetter, onStale }: Props) {
  const { person } = useSession();
  const [done, setDone] = useState(false);
  const fields = useMemo(() => fieldsOf(form), [form]);
  const [theirs, setTheirs] = useState<Schemas['TaskView']>();
  const { content, state, change, settle, forget } = useAutosave({
    key: `${person.id}:answer:${task.id}`,
    stored: task.draft ?? {},
    version: task.draftVersion,
    save: async (written, version) => {
      try {
        return (await ask(api.PUT('/api/tasks/{id}/draft', { params: params(task.id), body: { content: written, version } }))).version;
      } catch (error) {
        if (asProblem(error).code === 'answerDraftChanged') setTheirs(await ask(api.GET('/api/tasks/{id}', { params: params(task.id) })));
        throw error;
      }
    },
  });
  const send = useAct(async (key, answer: FormValue) => {
    await ask(api.POST('/api/tasks/{id}/answer', { params: { ...params(task.id), ...idempotent(key) }, body: { answer } }));
    forget();
    setDone(true);
  });

  if (done) return <Answered caseRef={task.ref} label={task.label} />;
  const stale = send.problem !== undefined && overCodes.has(send.problem.code);
  return (
    <section aria-labelledby="reponse">
      <h2 id="reponse" className="fr-h4">
        Votre réponse
      </h2>
      <SaveStatus state={state} />
      {theirs && (
        <DraftConflict
          title="Cette réponse a aussi été modifiée ailleurs"
          fields={fields}
          mine={content}
          theirs={theirs.draft ?? {}}
          onChoose={(choice) => {
            settle(choice, theirs.draft ?? {}, theirs.draftVersion);
            setTheirs(undefined);
          }}
        />
      )}
      <ProblemAlert problem={send.problem} />
      {stale && (
        <Alert
          severity="info"
          small
          className="fr-mb-3w"
          description={
            <>
              Ce que vous avez saisi reste affiché ci-dessous.{' '}
              <button type="button" className="fr-link" onClick={onStale}>
                Voir qui a répondu
              </button>
            </>
          }
        />
      )}
      <ZodForm
        form={form}
        value={content}
        onChange={change}
        onSubmit={(answer) => void send.run(answer)}
        place={{ caseRef: task.ref }}
        refused={send.problem?.fields}
        names={task.names}
      >
        {sendsLetter && <LetterPreview taskId={task.id} form={form} answer={content} />}
        <div className="jalon-actions fr-mt-3w">
          <Button type="submit" disabled={send.busy}>
            {send.busy ? 'Envoi…' : 'Envoyer ma réponse'}
          </Button>
        </div>
      </ZodForm>
    </section>
  );
}
