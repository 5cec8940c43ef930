import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchDate } from '#workflows/calendar/french.js';

interface Props {
  readonly lastDay?: string;
  readonly overdue: boolean;
  readonly stopped: boolean;
}

/** By when, in words first; the colour only repeats them. */
export function DueBadge({ lastDay, overdue, stopped }: Props) {
  if (stopped) return <Badge small>Délai suspendu</Badge>;
  if (lastDay === undefined) return <span>Sans date limite</span>;
  return (
    <>
      {overdue && (
        <Badge small severity="error" className="fr-mr-1v">
          En retard
        </Badge>
      )}
      <span>{frenchDate(lastDay)}</span>
    </>
  );
}
