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
import { count } from '../french/amounts.js';
import { InterventionBar } from '../interventions/intervention-bar.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { ClashList } from './clash-list.js';
import { CohortMembers } from './cohort-members.js';
import { CohortPlan } from './cohort-plan.js';
import { CohortWhatIf } from './cohort-what-if.js';
import { PendingChange } from './pending-change.js';

/** A cohort: who is where, what is planned, what a change would move. A case of its own. */
export function CohortPage() {
  const { ref = '' } = useParams();
  const { resource, turn, onChange } = useServiceCase(ref, () => ask(api.GET('/api/cohorts/{ref}', { params: { path: { ref } } })));
  return <LoadedPage resource={resource}>{({ view, one }) => <View cohort={view} one={one} turn={turn} onChange={onChange} />}</LoadedPage>;
}

interface Props {
  readonly cohort: Schemas['CohortView'];
  readonly one: Schemas['CaseDetail'];
  readonly turn: number;
  readonly onChange: () => void;
}

function View({ cohort, one, turn, onChange }: Props) {
  const { ref, title, journeyLabel, applicationsUntil, quotaYear, seats, seated, waiting, applied, manager, managed, pending, status } =
    cohort;
  return (
    <Page
      title={title}
      documentTitle={`${title} – cohorte ${ref}`}
      trail={[{ label: 'Cohortes', href: '/cohortes' }]}
      above={<ServiceCaseBadge {...cohort} ended="Terminée" />}
    >
      <p className="fr-mb-3w">
        {journeyLabel} – cohorte {ref}, suivie par {manager.name}, objectif {quotaYear}. Candidatures jusqu’au{' '}
        {frenchDate(applicationsUntil)}. {count(seated, 'place prise', 'places prises')} sur {seats}, {waiting} en liste d’attente,{' '}
        {count(applied, 'candidature')} à l’étude.
      </p>
      <ExpectedCallOut one={one} />
      {pending && managed && <PendingChange cohortRef={ref} pending={pending} onDone={onChange} />}
      {cohort.clashes.length > 0 && (
        <Alert
          className="fr-mb-3w"
          severity="warning"
          as="h2"
          title="À vérifier dans cette cohorte"
          description={<ClashList clashes={cohort.clashes} />}
        />
      )}
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12">
          {cohort.members.length > 0 && (
            <CohortMembers cohortRef={ref} members={cohort.members} managed={managed && status !== 'closed'} onChange={onChange} />
          )}
          <CohortPlan cohort={cohort} />
          {managed && status !== 'closed' && !pending && <CohortWhatIf cohort={cohort} onApplied={onChange} />}
        </div>
        <div className="fr-col-12 fr-col-lg-8">
          <WhyItWaits one={one} />
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
              Documents
            </h2>
            <CaseDocuments caseRef={ref} seq={turn} />
          </section>
          <InterventionBar one={one} onDone={onChange} />
        </div>
      </div>
    </Page>
  );
}
