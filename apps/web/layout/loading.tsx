/** Says that something is being read. */
export function Loading({ what = 'Chargement…' }: { what?: string }) {
  return (
    <p role="status" className="fr-my-6w fr-text--lead">
      {what}
    </p>
  );
}
