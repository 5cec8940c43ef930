import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';

/** Journeys of reconversion that a grant pays for, as they told it; nothing for a grant that pays for none and promised none. */
export function GrantJourneys({ caseRef }: { readonly caseRef: string }) {
  const journeys = useResource(caseRef, () => ask(api.GET('/api/cases/{ref}/funded-journeys', { params: { path: { ref: caseRef } } })));
  const { data } = journeys;
  if (!data || (data.started === 0 && data.promised === undefined)) return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="titre-parcours">
      <h2 id="titre-parcours" className="fr-h4">
        Parcours financés
      </h2>
      <ul>
        <li>{count(data.started, 'parcours commencé', 'parcours commencés')}</li>
        <li>
          {count(data.completed, 'agent reconverti', 'agents reconvertis')}
          {data.promised !== undefined && `, pour ${data.promised} promis`}
        </li>
        <li>{count(data.inPost, 'agent en poste dans un métier du numérique', 'agents en poste dans un métier du numérique')}</li>
        {data.endedOtherwise > 0 && <li>{count(data.endedOtherwise, 'parcours terminé autrement', 'parcours terminés autrement')}</li>}
      </ul>
      {data.journeys.length > 0 && <Journeys journeys={data.journeys} />}
    </section>
  );
}

function Journeys({ journeys }: { readonly journeys: readonly Schemas['FundedJourney'][] }) {
  return (
    <ul className="fr-text--sm">
      {journeys.map(({ ref, title, stageLabel, outcomeLabel }) => (
        <li key={ref}>
          <AppLink className="fr-link fr-link--sm" href={`/dossiers/${ref}`} title={`Dossier ${ref}, ${title}`}>
            {ref}
          </AppLink>
          , {outcomeLabel ?? stageLabel}
        </li>
      ))}
    </ul>
  );
}
