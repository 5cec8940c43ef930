import type { Difference } from './call-differences.js';
import { DataTable } from '../layout/data-table.js';

interface Props {
  readonly caption: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly Difference[];
}

/** What changed, field by field. */
export function DifferenceTable({ caption, before, after, rows }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ label }) => label}
      columns={[
        { title: 'Champ', cell: ({ label }) => label },
        { title: before, cell: (row) => row.before },
        { title: after, cell: (row) => row.after },
      ]}
    />
  );
}
