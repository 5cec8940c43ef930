import { Select } from '@codegouvfr/react-dsfr/Select';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { ShareBar } from '../figures/share-bar.js';
import '../figures/figures.css';
import { count } from '../french/amounts.js';
import { AppLink } from '../layout/app-link.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { useSearchState } from '../layout/use-search-state.js';

type Year = Schemas['CohortYear'];

/** The first journeys of the trial. */
const firstYear = 2024;

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

const tradeColumns: readonly Column<Schemas['TradeOfYear']>[] = [
  { title: 'Métier', cell: ({ label }) => label },
  {
    title: 'Besoin de l’État, par an',
    numeric: true,
    cell: ({ hiresPerYear, approximate }) =>
      hiresPerYear === 0 ? 'Pas en tension' : `${approximate ? 'environ ' : ''}${hiresPerYear} recrutements`,
  },
  { title: 'Parcours commencés', numeric: true, cell: ({ started }) => started },
  { title: 'Agents reconvertis', numeric: true, cell: ({ completed }) => completed },
];

/** One year against the programme's aim, the journeys that grants should pay for, and what the State needs. */
export function CohortYear() {
  const { search, change } = useSearchState();
  const thisYear = new Date().getFullYear();
  const year = Number(search.get('annee') ?? thisYear);
  const found = useResource(`cohorts of ${year}`, () => ask(api.GET('/api/cohorts/years/{year}', { params: { path: { year } } })));
  // Who reads figures of grants alone sees no cohort.
  if (found.problem?.status === 403) return null;
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, index) => firstYear + index);
  return (
    <section aria-labelledby="annee" className="fr-mb-6w">
      <h2 id="annee" className="fr-h4">
        Objectif de l’année
      </h2>
      <Select
        label="Année"
        className="jalon-narrow"
        nativeSelectProps={{ value: String(year), onChange: ({ target }) => change({ annee: target.value }) }}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
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
      <DataTable caption={`Métiers en tension et parcours de ${year}`} columns={tradeColumns} rows={trades} keyOf={({ key }) => key} />
      <p className="fr-text--sm">Besoins de l’État&nbsp;: {sourcesOf(trades)}.</p>
    </>
  );
}
