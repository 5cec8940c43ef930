import { Button } from '@codegouvfr/react-dsfr/Button';
import { useParams } from 'react-router';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { LoadedPage } from '../layout/loaded-page.js';
import { Page } from '../layout/page.js';
import { CaseCounts } from './case-counts.js';
import { CreditSection } from './credit-section.js';
import { EffectsSection } from './effects-section.js';
import { rowsHref } from './figure-words.js';
import './figures.css';
import { Headline } from './headline.js';
import { JourneysSection } from './journeys-section.js';
import { MoneyTable } from './money-table.js';

/** What a call's money did, and what came of it. */
export function CallFiguresPage() {
  const { callId = '' } = useParams();
  const figures = useResource(callId, () => ask(api.GET('/api/calls/{id}/figures', { params: { path: { id: callId } } })));
  return <LoadedPage resource={figures}>{(data) => <CallFiguresView figures={data} />}</LoadedPage>;
}

function CallFiguresView({ figures }: { readonly figures: Schemas['CallFigures'] }) {
  const { callId, title, fundName, opensOn, closesOn, cases, effects, journeys } = figures;
  return (
    <Page title={title} documentTitle={`Chiffres – ${title}`} trail={[{ label: 'Chiffres', href: '/chiffres' }]}>
      <p className="fr-text--lead">
        {fundName}. Appel ouvert du {frenchDate(opensOn)} au {frenchDate(closesOn)}.
      </p>
      <Headline figures={figures} />
      <CostSentence figures={figures} />
      <div className="jalon-actions jalon-screen-only fr-mb-4w">
        <Button priority="secondary" size="small" iconId="fr-icon-printer-line" onClick={() => window.print()}>
          Imprimer
        </Button>
      </div>
      <h2>Crédits</h2>
      <MoneyTable figures={figures} />
      <EffectsSection callId={callId} effects={effects} />
      <JourneysSection callId={callId} journeys={journeys} />
      <h2 className="fr-mt-6w">Dossiers</h2>
      <p>
        <AppLink className="fr-link" href={rowsHref(callId, 'cases')}>
          {count(cases, 'dossier déposé', 'dossiers déposés')}
        </AppLink>
      </p>
      <div className="fr-grid-row fr-grid-row--gutters">
        <div className="fr-col-12 fr-col-md-6">
          <CaseCounts figures={figures} by="stage" />
        </div>
        <div className="fr-col-12 fr-col-md-6">
          <CaseCounts figures={figures} by="outcome" />
        </div>
      </div>
      <CreditSection callId={callId} since={Number(opensOn.slice(0, 4))} />
    </Page>
  );
}

/** How the cost of an agent trained is counted, and both its sides. */
function CostSentence({ figures: { callId, costPerAgent } }: { readonly figures: Schemas['CallFigures'] }) {
  const { label, definition, cents } = costPerAgent;
  return (
    <p>
      <strong>{label}.</strong> {definition}
      {cents !== undefined && (
        <>
          {' '}
          <AppLink className="fr-link" href={rowsHref(callId, 'trainingCost')}>
            Voir la dépense
          </AppLink>{' '}
          et{' '}
          <AppLink className="fr-link" href={rowsHref(callId, 'agentsTrained')}>
            les agents comptés
          </AppLink>
          .
        </>
      )}
    </p>
  );
}
