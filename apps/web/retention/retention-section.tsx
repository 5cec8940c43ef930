import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { ExplainedSum } from '../cases/explained-sum.js';
import { dayOf } from '../french/moments.js';
import { RetentionActs } from './retention-acts.js';
import { RetentionBadge } from './retention-badge.js';

type Retention = Schemas['CaseRetention'];

/** On the page of a closed case: until when it is kept, and what is to be done about it. */
export function RetentionSection({ caseRef }: { readonly caseRef: string }) {
  const { data, reload } = useResource(`retention of ${caseRef}`, () =>
    ask(api.GET('/api/cases/{ref}/retention', { params: { path: { ref: caseRef } } })),
  );
  if (!data || data.state === 'running') return null;
  return (
    <section className="fr-mt-4w" aria-labelledby="conservation">
      <h2 id="conservation" className="fr-h4">
        Conservation
      </h2>
      <p className="fr-mb-1w">
        <strong>{keptWords(data)}</strong> <RetentionBadge state={data.state} />
      </p>
      <p className="fr-text--sm fr-mb-1w">
        {data.rule}&nbsp;: {data.duration}.
      </p>
      <Holds holds={data.holds} />
      {data.visa && <Visa visa={data.visa} />}
      <ExplainedSum sentences={data.explained} />
      <RetentionActs caseRef={caseRef} retention={data} onDone={reload} />
    </section>
  );
}

function keptWords({ state, keptUntil = '', holds }: Retention): string {
  const open = holds.find(({ until }) => until === undefined);
  if (state === 'held' && open) return `Conservation suspendue depuis le ${frenchDate(open.since)}, en raison d’un litige.`;
  return `Conservé jusqu’au ${frenchDate(keptUntil)}.`;
}

function Holds({ holds }: Pick<Retention, 'holds'>) {
  if (holds.length === 0) return null;
  return (
    <ul className="fr-text--sm">
      {holds.map(({ since, until, reason }) => (
        <li key={since}>
          Suspendu {until === undefined ? `depuis le ${frenchDate(since)}` : `du ${frenchDate(since)} au ${frenchDate(until)}`}
          {reason && `\u00a0: ${reason}`}
        </li>
      ))}
    </ul>
  );
}

function Visa({ visa: { visa, givenBy, givenAt, confirmedBy, confirmedAt } }: { readonly visa: Schemas['VisaView'] }) {
  return (
    <p className="fr-text--sm fr-mb-1w">
      Visa d’élimination {visa}, porté par {givenBy} le {dayOf(givenAt)}
      {confirmedBy && confirmedAt
        ? `, confirmé par ${confirmedBy} le ${dayOf(confirmedAt)}\u00a0: le dossier sera détruit le matin qui suit son dernier jour.`
        : '\u00a0; il attend la confirmation d’une seconde personne.'}
    </p>
  );
}
