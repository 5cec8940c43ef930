import { AppLink } from '../layout/app-link.js';
import { counted } from './board-words.js';

interface Props {
  readonly count: number | undefined;
  /** What is counted: said to people who hear the link outside its row. */
  readonly about: string;
  /** Left out where the viewer may not read the cases by name. */
  readonly href?: string;
}

/** A count that opens to the cases that it counts. */
export function CountedLink({ count, about, href }: Props) {
  if (count === undefined || count === 0 || href === undefined) return counted(count);
  return (
    <AppLink className="fr-link fr-link--sm" href={href}>
      {counted(count)}
      <span className="fr-sr-only">&nbsp;: {about}</span>
    </AppLink>
  );
}
