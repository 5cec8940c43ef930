import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { ShareBar } from '../figures/share-bar.js';
import '../figures/figures.css';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { CohortYearSelect } from './cohort-year-select.js';
import { TradeTable } from './trade-table.js';
import { useCohortYear } from './use-cohort-year.js';

type Year = Schemas['CohortYear'];

const cohortColumns: readonly Column<Schemas['CohortOfYear']>[] = [
  {
    title: 'Cohorte',
    cell: ({ ref, title }) => (
      <AppLink className="fr-link fr-link--sm" href={`/cohortes/${ref}`}>
        {title}
      </AppLink>
    ),
  },
  { title: 'Début', cell: ({ startsOn }) => frenchDate(startsOn) },
  { title: 'Places prises', numeric: true, cell: ({ seated, seats }) => `${seated} sur ${seats}` },
  { title: 'Commencés', numeric: true, cell: ({ started }) => started },
  { title: 'Validés', numeric: true, cell: ({ completed }) => completed },
  { title: 'Terminés autrement', numeric: true, cell: ({ endedOtherwise }) => endedOtherwise },
  { title: 'En poste', numeric: true, cell: ({ inPost }) => inPost },
  { title: 'Financés', numeric: true, cell: ({ funded }) => funded },
];

/** One year against the programme's aim, the journeys that grants should pay for, and what the State needs. */
export function CohortYear() {
  const thisYear = new Date().getFullYear();
  const { year, found } = useCohortYear(thisYear);
  // Who reads figures of grants alone sees no cohort.
  if (found.problem?.status === 403) return null;
  return (
    <section aria-labelledby="annee" className="fr-mb-6w">
      <h2 id="annee" className="fr-h4">
        Objectif de l’année
      </h2>
      <CohortYearSelect year={year} thisYear={thisYear} />
      <Loaded resource={found}>{(data) => <YearView data={data} />}</Loaded>
    </section>
  );
}

const sourcesOf = (trades: Year['trades']): string =>
  [...new Set(trades.map(({ source, asOf }) => `${source}, ${frenchDate(asOf)}`))].join('\u202f; ');

function YearView({ data: { year, aim, fundedAim, seats, total, cohorts, trades } }: { readonly data: Year }) {
  return (
    <>
      <p>
        <strong>{count(total.seated, 'place prise', 'places prises')}</strong> sur {seats},{' '}
        {count(total.started, 'parcours commencé', 'parcours commencés')},{' '}
        <strong>{count(total.completed, 'agent reconverti', 'agents reconvertis')}</strong>, pour un objectif de {aim.min} à {aim.max}{' '}
        agents par an ({aim.source}, {frenchDate(aim.asOf)}).
        <ShareBar share={total.seated / aim.min} />
      </p>
      <p>
        <strong>{count(total.funded, 'parcours financé par une subvention', 'parcours financés par des subventions')}</strong> sur{' '}
        {fundedAim} prévus dans l’année.
        <ShareBar share={fundedAim === 0 ? 1 : total.funded / fundedAim} />
      </p>
      {cohorts.length > 0 && (
        <DataTable caption={`Cohortes comptées en ${year}`} columns={cohortColumns} rows={cohorts} keyOf={({ ref }) => ref} />
      )}
      <TradeTable year={year} trades={trades} />
      <p className="fr-text--sm">Besoins de l’État&nbsp;: {sourcesOf(trades)}.</p>
    </>
  );
}
