import type { Schemas } from '../api/client.js';
import { type Column, DataTable } from '../layout/data-table.js';

const columns: readonly Column<Schemas['TradeOfYear']>[] = [
  { title: 'Métier', cell: ({ label }) => label },
  {
    title: 'Besoin de l’État, en recrutements par an',
    numeric: true,
    cell: ({ hiresPerYear, approximate }) => (hiresPerYear === 0 ? 'Pas en tension' : `${approximate ? 'environ ' : ''}${hiresPerYear}`),
  },
  { title: 'Parcours commencés', numeric: true, cell: ({ started }) => started },
  { title: 'Agents reconvertis', numeric: true, cell: ({ completed }) => completed },
];

/** Each trade against what the State needs of it in a year. */
export const TradeTable = ({ year, trades }: Pick<Schemas['CohortYear'], 'year' | 'trades'>) => (
  <DataTable
    caption={`Métiers en tension\u00a0: besoins d’une année et parcours de ${year}`}
    columns={columns}
    rows={trades}
    keyOf={({ key }) => key}
  />
);
