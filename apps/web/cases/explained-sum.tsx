interface Props {
  readonly sentences: readonly string[];
  readonly label?: string;
}

/** How a last day was computed, step by step: a person can redo the sum. */
export function ExplainedSum({ sentences, label = 'Comment cette date est calculée' }: Props) {
  if (sentences.length === 0) return null;
  return (
    <details className="jalon-sum">
      <summary>{label}</summary>
      <ol>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </details>
  );
}
