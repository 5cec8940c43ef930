import { useId } from 'react';
import { type Column, DataTable } from '../layout/data-table.js';
import { counted } from './board-words.js';
import { CountedLink } from './counted-link.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Under the bar. */
  readonly shortLabel: string;
  /** Hidden when it is left out. */
  readonly count?: number;
  readonly href?: string;
}

interface Props {
  readonly title: string;
  /** What the first column of the table holds: « Mois ». */
  readonly unit: string;
  /** What is counted: « Fins prévues ». */
  readonly counts: string;
  readonly bars: readonly Bar[];
}

const step = 56;
const top = 20;
const height = 120;

/** Columns drawn side by side, and the same numbers in a table: the drawing says nothing that the table does not. */
export function ColumnChart({ title, unit, counts, bars }: Props) {
  const id = useId();
  const highest = Math.max(1, ...bars.map(({ count = 0 }) => count));
  const columns: readonly Column<Bar>[] = [
    { title: unit, cell: ({ label }) => label },
    { title: counts, numeric: true, cell: ({ count, label, href }) => <CountedLink count={count} about={label} {...(href && { href })} /> },
  ];
  return (
    <figure className="jalon-chart" aria-labelledby={id}>
      <figcaption id={id} className="fr-text--bold">
        {title}
      </figcaption>
      {/* It may scroll sideways: by keyboard too. */}
      <div className="jalon-chart__scroll" tabIndex={0} role="region" aria-label={`Graphique\u00a0: ${title}`}>
        <svg
          className="jalon-chart__columns"
          viewBox={`0 0 ${bars.length * step} ${top + height + 24}`}
          style={{ width: `${(bars.length * step) / 16}rem` }}
          role="img"
          aria-label={`${title}. ${bars.map(({ label, count }) => `${label}\u00a0: ${counted(count)}`).join(', ')}.`}
        >
          <line className="jalon-chart__axis" x1="0" x2={bars.length * step} y1={top + height} y2={top + height} />
          {bars.map(({ key, count, shortLabel }, index) => {
            const tall = ((count ?? 0) / highest) * height;
            const middle = index * step + step / 2;
            return (
              <g key={key}>
                <rect className="jalon-chart__bar" x={index * step + 8} y={top + height - tall} width={step - 16} height={tall} />
                <text className="jalon-chart__value" x={middle} y={top + height - tall - 5} textAnchor="middle">
                  {count ?? '–'}
                </text>
                <text className="jalon-chart__label" x={middle} y={top + height + 17} textAnchor="middle">
                  {shortLabel}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <details className="jalon-sum">
        <summary>
          Voir le tableau<span className="fr-sr-only">&nbsp;: {title}</span>
        </summary>
        <DataTable caption={title} columns={columns} rows={bars} keyOf={({ key }) => key} />
      </details>
    </figure>
  );
}
