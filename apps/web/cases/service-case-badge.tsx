import { Badge } from '@codegouvfr/react-dsfr/Badge';

interface Shown {
  readonly status: string;
  readonly stageLabel: string;
  readonly outcomeLabel?: string;
}

/** Where a case of the service itself stands, such as a session or a cohort; `ended` when its outcome has no words. */
export const ServiceCaseBadge = ({ status, stageLabel, outcomeLabel, ended }: Shown & { readonly ended: string }) =>
  status === 'closed' ? <Badge severity="success">{outcomeLabel ?? ended}</Badge> : <Badge severity="info">{stageLabel}</Badge>;
