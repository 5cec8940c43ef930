import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { CohortYearSelect } from '../cohorts/cohort-year-select.js';
import { TradeTable } from '../cohorts/trade-table.js';
import { useCohortYear } from '../cohorts/use-cohort-year.js';
import { DataTable } from '../layout/data-table.js';
import { Loaded } from '../layout/loaded.js';
import { AimBar } from './aim-bar.js';

/** Agents reconverted against the yearly aim, and each trade against what the State needs of it. */
export function YearlyAim({ today }: { readonly today: string }) {
  const thisYear = Number(today.slice(0, 4));
  const { year, found } = useCohortYear(thisYear);
  return (
    <section aria-labelledby="objectif" className="fr-mt-6w">
      <h2 id="objectif">Objectif de reconversion de l’année</h2>
      <CohortYearSelect year={year} thisYear={thisYear} />
      <Loaded resource={found}>{(data) => <YearView data={data} />}</Loaded>
    </section>
  );
}

function YearView({ data: { year, aim, seats, total, trades } }: { readonly data: Schemas['CohortYear'] }) {
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
      <TradeTable year={year} trades={trades} />
    </>
  );
}
