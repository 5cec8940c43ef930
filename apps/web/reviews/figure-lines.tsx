interface Line {
  readonly label: string;
  readonly value: string;
}

interface Props {
  readonly figures: readonly Line[];
  readonly trades: readonly Line[];
}

/** Figures of a review, and what each trade in tension needs and got. */
export function FigureLines({ figures, trades }: Props) {
  return (
    <>
      <Lines lines={figures} />
      <h3 className="fr-h6 fr-mt-3w">Métiers en tension</h3>
      <Lines lines={trades} />
      <p className="fr-text--sm fr-mt-2w">Un effectif de moins de dix personnes n’est pas montré.</p>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className="jalon-answers">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
