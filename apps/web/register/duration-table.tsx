import type { Schemas } from '../api/client.js';
import { type Column, DataTable } from '../layout/data-table.js';

interface Row {
  readonly what: string;
  readonly duration: string;
  readonly purpose: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'Ce qui est gardé', cell: ({ what }) => what },
  { title: 'Pourquoi', cell: ({ purpose }) => purpose },
  { title: 'Combien de temps', cell: ({ duration }) => duration },
];

/** How long each thing is kept, and why. */
export function DurationTable({ treatments }: { readonly treatments: readonly Schemas['TreatmentView'][] }) {
  const rows = treatments.flatMap(({ purpose, durations }) => durations.map((kept) => ({ ...kept, purpose })));
  return <DataTable caption="Durées de conservation" columns={columns} rows={rows} keyOf={({ what }) => what} />;
}
