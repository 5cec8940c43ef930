import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Schemas } from '../api/client.js';

type Row = Pick<Schemas['CaseRow'], 'status' | 'stage' | 'stageLabel' | 'outcome' | 'outcomeLabel'>;

/** Outcomes that end well for who applied. */
const favourable = new Set(['completed', 'awarded', 'certified']);

/** Where the case stands, in words; the colour repeats them. */
export function StatusBadge({ status, stage, stageLabel, outcome = '', outcomeLabel }: Row) {
  if (status === 'closed') return <Badge severity={favourable.has(outcome) ? 'success' : undefined}>{outcomeLabel ?? 'Clos'}</Badge>;
  if (status === 'paused') return <Badge severity="warning">Suspendu</Badge>;
  return <Badge severity={stage === 'awaitingPieces' ? 'warning' : 'info'}>{stageLabel}</Badge>;
}
