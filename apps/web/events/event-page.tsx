import { useMemo, useState } from 'react';
import type { ZodType } from 'zod';
import { useParams } from 'react-router';
import { eventOf, procedureOf } from '#workflows/catalogue.js';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SaveStatus } from '../autosave/save-status.js';
import { useAutosave } from '../autosave/use-autosave.js';
import { ExplainedSum } from '../cases/explained-sum.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { DueBadge } from '../layout/due-badge.js';
import { Loaded } from '../layout/loaded.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useSession } from '../session/session.js';
import { Answered } from '../tasks/answered.js';

/** Records something that the case expects from outside: a signature, a payment. */
export function EventPage() {
  const { ref = '', item = '' } = useParams();
  const one = useResource(ref, () => ask(api.GET('/api/cases/{ref}', { params: { path: { ref } } })));
  return (
    <LoadedPage resource={one}>
      {(detail) => {
        const wait = [...detail.waits, ...detail.offers].find(({ id, kind }) => id === item && kind === 'event');
        return wait ? <EventForm one={detail} wait={wait} /> : <NothingExpected caseRef={ref} />;
      }}
    </LoadedPage>
  );
}

function NothingExpected({ caseRef }: { readonly caseRef: string }) {
  return (
    <Page title="Ce n’est plus attendu" trail={[{ label: `Dossier ${caseRef}`, href: `/dossiers/${caseRef}` }]}>
      <p>Cet événement est déjà enregistré, ou le dossier ne l’attend plus.</p>
      <Button linkProps={{ href: `/dossiers/${caseRef}` }}>Voir le dossier</Button>
    </Page>
  );
}

function EventForm({ one, wait }: { readonly one: Schemas['CaseDetail']; readonly wait: Schemas['WaitRow'] }) {
  const { ref, procedure, revision } = one;
  const event = useMemo(() => eventOf(procedureOf(procedure, revision), keyOf(wait.id)), [procedure, revision, wait.id]);
  const form = useMemo(() => event?.form(wait.context as never), [event, wait.id]);
  const path = { ref, item: wait.id };
  const draft = useResource(wait.id, () => ask(api.GET('/api/cases/{ref}/events/{item}/draft', { params: { path } })));
  const [done, setDone] = useState(false);
  return (
    <Page title={wait.label} documentTitle={`${wait.label} – ${ref}`} trail={[{ label: `Dossier ${ref}`, href: `/dossiers/${ref}` }]}>
      {done ? (
        <Answered caseRef={ref} label={wait.label} />
      ) : (
        <>
          {event?.help && <p className="fr-text--lead">{event.help}</p>}
          <p className="fr-mb-1w">
            {wait.optional ? 'Possible jusqu’au\u00a0: ' : 'Au plus tard\u00a0: '}
            <DueBadge lastDay={wait.lastDay} overdue={wait.overdue} stopped={wait.stopped} />
          </p>
          <ExplainedSum sentences={wait.explained} />
          {wait.mayAct && form ? (
            <Loaded resource={draft}>
              {(written) => <EventAnswer path={path} form={form} written={written} onDone={() => setDone(true)} />}
            </Loaded>
          ) : (
            <p>Cet événement est à enregistrer par {wait.who}.</p>
          )}
        </>
      )}
    </Page>
  );
}

interface AnswerProps {
  readonly path: { readonly ref: string; readonly item: string };
  readonly form: ZodType;
  readonly written: Schemas['EventDraft'];
  readonly onDone: () => void;
}

/** Kept while it is written, sent once. */
function EventAnswer({ path, form, written, onDone }: AnswerProps) {
  const { person } = useSession();
  const { content, state, change, forget } = useAutosave({
    key: `${person.id}:answer:${path.ref}.${path.item}`,
    stored: written.draft ?? {},
    version: written.draftVersion,
    save: async (data, version) =>
      (await ask(api.PUT('/api/cases/{ref}/events/{item}/draft', { params: { path }, body: { content: data, version } }))).version,
  });
  const send = useAct(async (key, data: FormValue) => {
    await ask(api.POST('/api/cases/{ref}/events/{item}', { params: { path, ...idempotent(key) }, body: { data } }));
    forget();
    onDone();
  });
  return (
    <>
      <SaveStatus state={state} />
      <SentForm form={form} value={content} onChange={change} place={{ caseRef: path.ref }} send={send} label="Enregistrer" />
    </>
  );
}

/** Items are numbered by kind: `convention-signed-2`. */
const keyOf = (item: string) => item.replace(/-\d+$/, '');
