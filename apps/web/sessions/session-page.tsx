import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { CaseDocuments } from '../cases/case-documents.js';
import { CaseTimeline } from '../cases/case-timeline.js';
import { ExpectedCallOut } from '../cases/expected-call-out.js';
import { FastForward } from '../cases/fast-forward.js';
import { ServiceCaseBadge } from '../cases/service-case-badge.js';
import { StageList } from '../cases/stage-list.js';
import { useServiceCase } from '../cases/use-service-case.js';
import { WhyItWaits } from '../cases/why-it-waits.js';
import { euros, percent } from '../french/amounts.js';
import { InterventionBar } from '../interventions/intervention-bar.js';
import { AppLink } from '../layout/app-link.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { useMay } from '../session/session.js';
import { SessionAgenda } from './session-agenda.js';
import { SessionMembers } from './session-members.js';
import { WhatIf } from './what-if.js';

/** A session: who comes, what is on its agenda, what was said. A case of its own, whose journal is the record. */
export function SessionPage() {
  const { ref = '' } = useParams();
  const { resource, turn, onChange } = useServiceCase(ref, () => ask(api.GET('/api/sessions/{ref}', { params: { path: { ref } } })));
  return (
    <LoadedPage resource={resource}>
      {({ view, one }) => <SessionView session={view} one={one} turn={turn} onChange={onChange} />}
    </LoadedPage>
  );
}

interface Props {
  readonly session: Schemas['CommitteeSession'];
  readonly one: Schemas['CaseDetail'];
  readonly turn: number;
  readonly onChange: () => void;
}

function SessionView({ session, one, turn, onChange }: Props) {
  const may = useMay();
  const { ref, metOn, callId, callTitle, chair, secretary, quorum, envelopeLeftCents, shortNotice, convenedOn } = session;
  const seesMoney = may('read figures');
  return (
    <Page
      title={`Comité du ${frenchDate(metOn)}`}
      documentTitle={`Comité du ${frenchDate(metOn)} – séance ${ref}`}
      trail={[{ label: 'Séances du comité', href: '/seances' }]}
      above={<ServiceCaseBadge {...session} ended="Close" />}
    >
      <p className="fr-mb-3w">
        {callTitle} – séance {ref}, convoquée le {frenchDate(convenedOn)} par {secretary.name}, présidée par {chair.name}.
      </p>
      {shortNotice !== undefined && (
        <Alert className="fr-mb-3w" severity="warning" small description={`Convocation à délai réduit\u00a0: ${shortNotice}`} />
      )}
      <ExpectedCallOut one={one} />
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12">
          <section aria-labelledby="ordre-du-jour">
            <h2 id="ordre-du-jour" className="fr-h4">
              Ordre du jour
            </h2>
            <p>
              Il restait {euros(envelopeLeftCents)} sur l’enveloppe de l’appel à la convocation. Quorum&nbsp;: {percent(quorum)} des membres
              qui ne se déportent pas, dossier par dossier.
              {seesMoney && (
                <>
                  {' '}
                  <AppLink className="fr-link" href={`/appels/${callId}/liste-attente`}>
                    Liste d’attente de l’appel
                  </AppLink>
                </>
              )}
            </p>
            <SessionAgenda session={session} />
          </section>
          {session.status !== 'closed' && <WhatIf session={session} />}
        </div>
        <div className="fr-col-12 fr-col-lg-8">
          <SessionMembers session={session} />
          <div className="fr-mt-4w">
            <WhyItWaits one={one} />
          </div>
          <section className="fr-mt-4w" aria-labelledby="historique">
            <h2 id="historique" className="fr-h4">
              Historique
            </h2>
            <CaseTimeline caseRef={ref} seq={turn} />
          </section>
        </div>
        <div className="fr-col-12 fr-col-lg-4">
          <FastForward one={one} onMoved={onChange} />
          <section className="fr-mt-4w" aria-labelledby="etapes">
            <h2 id="etapes" className="fr-h4">
              Étapes
            </h2>
            <StageList stages={one.stages} />
          </section>
          <section className="fr-mt-4w" aria-labelledby="documents">
            <h2 id="documents" className="fr-h4">
              Procès-verbal
            </h2>
            <CaseDocuments caseRef={ref} seq={turn} />
          </section>
          <InterventionBar one={one} onDone={onChange} />
        </div>
      </div>
    </Page>
  );
}
