import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { useState } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { ApplicationSummary } from '../answers/application-summary.js';
import { beginningOf } from '../answers/beginning-words.js';
import { euros } from '../french/amounts.js';
import { dayOf } from '../french/moments.js';
import { GlassBand } from '../break-glass/glass-band.js';
import { InterventionBar } from '../interventions/intervention-bar.js';
import { GrantJourneys } from '../funding/grant-journeys.js';
import { JourneyFunding } from '../funding/journey-funding.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { CaseProof } from '../proof/case-proof.js';
import { NoSuchDay } from '../proof/no-such-day.js';
import { PastDayNotice, usePastDay } from '../proof/past-day.js';
import { RetentionSection } from '../retention/retention-section.js';
import { isJourney } from './is-journey.js';
import { JourneySection } from './journey-section.js';
import { useMay, useSession } from '../session/session.js';
import { isSession } from '../sessions/is-session.js';
import { CaseDocuments } from './case-documents.js';
import { CaseMessages } from './case-messages.js';
import { CaseNotes } from './case-notes.js';
import { CaseTimeline } from './case-timeline.js';
import { ExpectedCallOut } from './expected-call-out.js';
import { OfferedActs } from './offered-acts.js';
import { FastForward } from './fast-forward.js';
import { ForecastSection } from './forecast-section.js';
import { StageList } from './stage-list.js';
import { StatusBadge } from './status-badge.js';
import { WhyItWaits } from './why-it-waits.js';

/** A case: where it stands, why it waits, what happened. */
export function CasePage() {
  const { ref = '' } = useParams();
  // Counts the changes made from this page, so that each part reads itself again.
  const [turn, setTurn] = useState(0);
  const day = usePastDay();
  const one = useResource(`${ref} ${turn} ${day ?? ''}`, () =>
    ask(api.GET('/api/cases/{ref}', { params: { path: { ref }, query: { on: day } } })),
  );
  const [shown, setShown] = useState<Schemas['CaseDetail']>();
  const data = one.data ?? (shown?.ref === ref && shown.asOf === day ? shown : undefined);
  if (one.data && one.data !== shown) setShown(one.data);
  if (day !== undefined && data === undefined && one.problem) return <NoSuchDay caseRef={ref} day={day} problem={one.problem} />;
  // By exception an administrator reads any case as a case: the service's own pages do more than that.
  const asAny = data?.glassUntil !== undefined;
  if (data && isSession(data.procedure) && !asAny) return <Navigate to={`/seances/${ref}`} replace />;
  if (data?.procedure === 'cohort' && !asAny) return <Navigate to={`/cohortes/${ref}`} replace />;
  return (
    <LoadedPage resource={{ ...one, data }}>
      {(detail) => <CaseView one={detail} turn={turn} onChange={() => setTurn((previous) => previous + 1)} />}
    </LoadedPage>
  );
}

interface Props {
  readonly one: Schemas['CaseDetail'];
  readonly turn: number;
  readonly onChange: () => void;
}

function CaseView({ one, turn, onChange }: Props) {
  const [search] = useSearchParams();
  const { roles } = useSession();
  const may = useMay();
  // Applicants have messages.
  const takesNotes = may('note') && roles.some((role) => role !== 'applicant');
  const { asOf, glassUntil } = one;
  // A participant comes back to write in their log: that stands before what the case waits for.
  const ownJourney = isJourney(one.procedure) && roles.includes('participant');
  const readsFunding = asOf === undefined && may('read figures');
  return (
    <Page
      title={one.title}
      documentTitle={`${one.title} – dossier ${one.ref}${asOf === undefined ? '' : ` au ${frenchDate(asOf)}`}`}
      trail={
        glassUntil === undefined
          ? [{ label: 'Dossiers', href: '/dossiers' }]
          : [{ label: 'Accès exceptionnels', href: '/acces-exceptionnels' }]
      }
      above={
        <>
          {glassUntil !== undefined && <GlassBand until={glassUntil} />}
          {asOf !== undefined && <PastDayNotice caseRef={one.ref} day={asOf} />}
          <StatusBadge {...one} />
        </>
      }
    >
      <p className="fr-mb-3w">
        {[
          one.participant,
          one.bodyName,
          one.amountCents !== undefined && `${euros(one.amountCents)} demandés`,
          `dossier ${one.ref}`,
          `déposé le ${dayOf(one.openedAt)}`,
        ]
          .filter(Boolean)
          .join(' – ')}
      </p>
      {search.has('depose') && (
        <Alert
          className="fr-mb-3w"
          severity="success"
          as="h2"
          title="Votre demande est déposée"
          description={`Elle porte la référence ${one.ref}. L’accusé de réception est dans vos documents et dans votre messagerie.`}
        />
      )}
      {one.pause && <PausedAlert pause={one.pause} />}
      <ExpectedCallOut one={one} />
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-lg-8">
          {ownJourney && <OfferedActs one={one} />}
          <WhyItWaits one={one} />
          {isJourney(one.procedure) && asOf === undefined && glassUntil === undefined && <JourneySection caseRef={one.ref} seq={turn} />}
          <Section id="demande" title={beginningOf(one.procedure)}>
            <ApplicationSummary procedure={one.procedure} input={one.application} />
          </Section>
          <Section id="historique" title="Historique">
            <CaseTimeline caseRef={one.ref} seq={turn} on={asOf} />
          </Section>
          {asOf === undefined && (
            <Section id="messages" title="Messages">
              <CaseMessages caseRef={one.ref} isJourney={isJourney(one.procedure)} />
            </Section>
          )}
          {takesNotes && asOf === undefined && glassUntil === undefined && (
            <Section id="notes" title="Mes notes">
              <CaseNotes caseRef={one.ref} />
            </Section>
          )}
        </div>
        <div className="fr-col-12 fr-col-lg-4">
          <FastForward one={one} onMoved={onChange} />
          <Section id="etapes" title="Étapes">
            <StageList stages={one.stages} />
          </Section>
          {asOf === undefined && one.status !== 'closed' && <ForecastSection caseRef={one.ref} seq={turn} />}
          <Section id="documents" title="Documents">
            <CaseDocuments caseRef={one.ref} seq={turn} on={asOf} />
          </Section>
          {isJourney(one.procedure) && readsFunding && <JourneyFunding caseRef={one.ref} />}
          {one.procedure === 'ftap' && readsFunding && <GrantJourneys caseRef={one.ref} />}
          {!ownJourney && <OfferedActs one={one} />}
          <InterventionBar one={one} onDone={onChange} />
          <CaseProof one={one} />
          {asOf === undefined && one.status === 'closed' && <RetentionSection caseRef={one.ref} />}
        </div>
      </div>
    </Page>
  );
}

function Section({ id, title, children }: { readonly id: string; readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="fr-mt-4w" aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`} className="fr-h4">
        {title}
      </h2>
      {children}
    </section>
  );
}

function PausedAlert({ pause: { cause, reason, on, until } }: { readonly pause: Schemas['PauseView'] }) {
  return (
    <Alert
      className="fr-mb-3w"
      severity="warning"
      as="h2"
      title={`Ce dossier est suspendu depuis le ${frenchDate(on)}`}
      description={`${cause}. ${reason} ${until === undefined ? 'Les délais reprendront à la reprise du dossier.' : `Reprise prévue le ${frenchDate(until)}.`}`}
    />
  );
}
