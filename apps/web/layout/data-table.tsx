import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures are easier to compare aligned on the right. */
  readonly numeric?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/** A DSFR table that is a table: a caption, column headers, the first cell of each row as its header. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <div className="fr-table fr-table--md fr-table--multiline fr-table--no-caption jalon-table">
      <div className="fr-table__wrapper">
        {/* It may scroll sideways: by keyboard too. */}
        <div className="fr-table__container" tabIndex={0} role="region" aria-label={caption}>
          <div className="fr-table__content">
            <table>
              <caption>{caption}</caption>
              <thead>
                <tr>
                  {columns.map(({ title, numeric }) => (
                    <th key={title} scope="col" className={numeric ? 'fr-cell--right' : undefined}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={keyOf(row)}>
                    {columns.map(({ title, cell, numeric }, index) =>
                      index === 0 ? (
                        <th key={title} scope="row">
                          {cell(row)}
                        </th>
                      ) : (
                        <td key={title} className={numeric ? 'fr-cell--right' : undefined}>
                          {cell(row)}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </div>
  );
}
