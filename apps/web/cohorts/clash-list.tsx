import type { Schemas } from '../api/client.js';

/** What a plan runs into; new clashes are said to be so, not only shown. */
export function ClashList({ clashes }: { readonly clashes: readonly Schemas['CohortClash'][] }) {
  return (
    <ul>
      {clashes.map(({ text, isNew }) => (
        <li key={text}>
          {isNew && <strong>Nouveau&nbsp;: </strong>}
          {text}
        </li>
      ))}
    </ul>
  );
}
