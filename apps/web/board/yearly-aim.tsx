import { Select } from '@codegouvfr/react-dsfr/Select';
import { frenchDate } from '#workflows/calendar/french.js';
import { api, ask, type Schemas } from '../api/client.js';
import { useResource } from '../api/use-resource.js';
import { type Column, DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { useSearchState } from '../layout/use-search-state.js';
import { AimBar } from './aim-bar.js';

type Year = Schemas['CohortYear'];
type Trade = Schemas['TradeOfYear'];

/** The first journeys of the trial. */
const firstYear = 2024;

/** Agents reconverted against the yearly aim, and each trade against what the State needs of it. */
export function YearlyAim({ today }: { readonly today: string }) {
  const { search, change } = useSearchState();
  const thisYear = Number(today.slice(0, 4));
  const year = Number(search.get('annee') ?? thisYear);
  const found = useResource(`year ${year}`, () => ask(api.GET('/api/cohorts/years/{year}', { params: { path: { year } } })));
  const years = Array.from({ length: thisYear + 2 - firstYear }, (_, index) => firstYear + index);
  return (
    <section aria-labelledby="objectif" className="fr-mt-6w">
      <h2 id="objectif">Objectif de reconversion de l’année</h2>
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

function YearView({ data: { year, aim, seats, total, trades } }: { readonly data: Year }) {
  const parts = [
    { label: 'Agents reconvertis', count: total.completed },
    { label: 'Parcours commencés', count: total.started },
    { label: 'Places attribuées', count: total.seated },
  ];
  return (
    <>
      <p>
        Objectif&nbsp;: de {aim.min} à {aim.max} agents par an ({aim.source}, {frenchDate(aim.asOf)}). Les cohortes de {year} offrent{' '}
        {seats} places.
      </p>
      <AimBar title={`Reconversions de ${year}`} parts={parts} aim={[aim.min, aim.max]} />
      <details className="jalon-sum fr-mb-3w">
        <summary>Voir le tableau&nbsp;: objectif de {year}</summary>
        <DataTable
          caption={`Objectif de ${year}, de ${aim.min} à ${aim.max} agents`}
          columns={[
            { title: 'Ce qui est compté', cell: ({ label }) => label },
            { title: 'Agents', numeric: true, cell: ({ count }) => count },
            { title: 'Manque pour l’objectif', numeric: true, cell: ({ count }) => Math.max(0, aim.min - count) },
          ]}
          rows={parts}
          keyOf={({ label }) => label}
        />
      </details>
      <DataTable
        caption={`Métiers en tension\u00a0: besoins d’une année et parcours de ${year}`}
        columns={tradeColumns}
        rows={trades}
        keyOf={({ key }) => key}
      />
    </>
  );
}

const tradeColumns: readonly Column<Trade>[] = [
  { title: 'Métier', cell: ({ label }) => label },
  {
    title: 'Besoin de l’État, par an',
    numeric: true,
    cell: ({ hiresPerYear, approximate }) => (hiresPerYear === 0 ? 'Pas en tension' : `${approximate ? 'environ ' : ''}${hiresPerYear}`),
  },
  { title: 'Parcours commencés', numeric: true, cell: ({ started }) => started },
  { title: 'Agents reconvertis', numeric: true, cell: ({ completed }) => completed },
];
