interface Part {
  readonly label: string;
  readonly count: number;
}

interface Props {
  readonly title: string;
  readonly parts: readonly Part[];
  /** From which number the aim is reached; a second number, where it is a range. */
  readonly aim: readonly [min: number, max?: number];
}

const width = 400;
const row = 34;

/** What has been reached against an aim: a bar a line, the aim as a mark across them. Its numbers are in the table beside it. */
export function AimBar({ title, parts, aim: [min, max] }: Props) {
  const whole = Math.max(max ?? min, ...parts.map(({ count }) => count)) || 1;
  const across = (count: number) => (count / whole) * width;
  const height = parts.length * row;
  const marks = [min, ...(max === undefined ? [] : [max])];
  const aim = max === undefined ? String(min) : `${min} à ${max}`;
  return (
    <svg
      className="jalon-aim"
      viewBox={`0 0 ${width + 1} ${height + 14}`}
      role="img"
      aria-label={`${title}. ${parts.map(({ label, count }) => `${label}\u00a0: ${count}`).join(', ')}. Objectif\u00a0: ${aim}.`}
    >
      {parts.map(({ label, count }, index) => (
        <g key={label}>
          <rect className="jalon-aim__all" x="0" y={index * row + 18} width={width} height="10" />
          <rect className="jalon-aim__part" x="0" y={index * row + 18} width={across(count)} height="10" />
          <text className="jalon-chart__label" x="0" y={index * row + 11}>
            {label}&nbsp;: {count}
          </text>
        </g>
      ))}
      {marks.map((mark) => (
        <g key={mark}>
          <line className="jalon-aim__mark" x1={across(mark)} x2={across(mark)} y1="14" y2={height} />
          <text className="jalon-chart__label" x={across(mark)} y={height + 11} textAnchor="end">
            objectif {mark}
          </text>
        </g>
      ))}
    </svg>
  );
}
