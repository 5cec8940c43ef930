import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { applicationForm } from '#workflows/reconversion/application.js';
import { api, ask, idempotent, type Schemas } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { useResource } from '../api/use-resource.js';
import { SentForm } from '../forms/sent-form.js';
import type { FormValue } from '../forms/value.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';

const trail = [{ label: 'Cohortes', href: '/cohortes' }];

/** An application to a cohort: sent, it opens the participant's own case. */
export function ApplyPage() {
  const { ref = '' } = useParams();
  const both = useResource(`apply ${ref}`, async () => {
    const open = await ask(api.GET('/api/cohorts/open'));
    const cohort = open.find((one) => one.ref === ref);
    const draft = cohort && (await ask(api.POST('/api/cohorts/{ref}/application-draft', { params: { path: { ref } } })));
    return { cohort, draftId: draft?.draftId };
  });
  return (
    <LoadedPage resource={both}>
      {({ cohort, draftId }) =>
        cohort && draftId !== undefined ? (
          <Apply cohort={cohort} draftId={draftId} />
        ) : (
          <Page title="Candidater" trail={trail}>
            <Alert severity="info" small description="Cette cohorte ne reçoit plus de candidatures." />
          </Page>
        )
      }
    </LoadedPage>
  );
}

function Apply({ cohort, draftId }: { readonly cohort: Schemas['OpenCohort']; readonly draftId: string }) {
  const { ref, title, journeyLabel, startsOn, applicationsUntil, tracks } = cohort;
  const form = useMemo(() => applicationForm({ tracks: tracks.map((track) => ({ ...track, prerequisites: [] })) }), [tracks]);
  const [value, setValue] = useState<FormValue>({});
  const navigate = useNavigate();
  const send = useAct(async (key, application: FormValue) => {
    const opened = await ask(
      api.POST('/api/cohorts/{ref}/applications', {
        params: { path: { ref }, ...idempotent(key) },
        body: { draftId, application },
      }),
    );
    await navigate(`/dossiers/${opened.ref}`);
  });
  return (
    <Page title={`Candidater\u00a0: ${title}`} trail={trail}>
      <p>
        {journeyLabel}. La cohorte commence le {frenchDate(startsOn)}. Envoyez votre candidature au plus tard le{' '}
        {frenchDate(applicationsUntil)}
        &nbsp;: votre employeur sera ensuite consulté.
      </p>
      <p className="fr-text--sm">Sauf mention «&nbsp;facultatif&nbsp;», tous les champs sont nécessaires.</p>
      <SentForm
        form={form}
        value={value}
        onChange={setValue}
        place={{ draftId }}
        send={send}
        label="Envoyer ma candidature"
        busyLabel="Envoi…"
      />
    </Page>
  );
}
