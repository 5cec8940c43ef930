import { useMemo } from 'react';
import { Navigate, useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { applicationFormOf } from '../answers/application-form.js';
import { wholeTerms } from '../calls/whole-terms.js';
import { fieldsOf } from '../forms/field.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { SaveStatus } from '../autosave/save-status.js';
import { DraftConflict } from './draft-conflict.js';
import { DraftStep } from './draft-step.js';
import { DraftSummary } from './draft-summary.js';
import { stepsOf, summaryStep } from './steps.js';
import { readDraft, useDraft } from './use-draft.js';

/** An application being written: one step at a time, then the summary. */
export function DraftPage() {
  const { id = '' } = useParams();
  const draft = useResource(id, async () => {
    const read = await readDraft(id);
    return { draft: read, call: await ask(api.GET('/api/calls/{id}', { params: { path: { id: read.callId } } })) };
  });
  // Read once: afterwards what is on the screen is newer than what a second reading would bring.
  return <LoadedPage resource={draft}>{(data) => <DraftForm key={data.draft.id} {...data} />}</LoadedPage>;
}

function DraftForm({ draft, call }: { readonly draft: Schemas['DraftView']; readonly call: Schemas['CallView'] }) {
  const { step } = useParams();
  const form = useMemo(() => applicationFormOf(draft.procedure, wholeTerms(call)), [draft.procedure, call]);
  const fields = useMemo(() => (form ? fieldsOf(form) : []), [form]);
  const { content, state, change, flush, forget, theirs, choose } = useDraft(draft);
  const steps = stepsOf(fields);
  const current = steps.find(({ key }) => key === step);

  if (draft.caseRef !== undefined) return <Navigate replace to={`/dossiers/${draft.caseRef}`} />;
  if (!form) return <p>Le formulaire de cet appel ne peut pas être affiché.</p>;
  // Who may only read goes from page to page of nothing they could fill in: one page says it all.
  if (draft.right === 'reader' && current?.key !== summaryStep) return <Navigate replace to={`/brouillons/${draft.id}/${summaryStep}`} />;
  if (!current) return <Navigate replace to={`/brouillons/${draft.id}/${steps[0]?.key ?? summaryStep}`} />;

  const above = (
    <>
      <p className="fr-text--sm fr-mb-1v">
        {call.title}. À déposer au plus tard le {frenchDate(call.closesOn)}.
        {draft.right !== 'owner' && ` Demande de ${draft.ownerName}, que vous partagez.`}
      </p>
      {draft.right === 'reader' ? <p>Vous pouvez lire cette demande, pas la modifier.</p> : <SaveStatus state={state} />}
      {theirs && <DraftConflict fields={fields} mine={content} theirs={theirs.content} onChoose={choose} />}
    </>
  );
  const shared = { draft, call, form, content, steps, above };
  return current.key === summaryStep ? (
    <DraftSummary {...shared} flush={flush} forget={forget} />
  ) : (
    <DraftStep key={current.key} {...shared} step={current} onChange={change} flush={flush} />
  );
}
