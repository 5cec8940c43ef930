import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { ReactNode } from 'react';
import { frenchDate } from '#workflows/calendar/french.js';
import type { Schemas } from '../api/client.js';
import { dayOf } from '../french/moments.js';

export const kindWords = { rectification: 'Rectification', erasure: 'Effacement' } as const satisfies Record<
  Schemas['DataRequestKind'],
  string
>;
export const verdictWords = { granted: 'Acceptée', partial: 'Acceptée en partie', refused: 'Refusée' } as const satisfies Record<
  Schemas['DataRequestVerdict'],
  string
>;

interface Props {
  readonly request: Schemas['DataRequestView'];
  readonly children?: ReactNode;
}

/** A request about somebody's data, until when it is to be answered, and the answer. */
export function DataRequestCard({ request, children }: Props) {
  const { kind, text, at, dueOn, overdue, personName, verdict, answer, answeredAt } = request;
  return (
    <li className="jalon-card">
      <h3 className="fr-h6 fr-mb-1v">
        {kindWords[kind]}
        {personName && ` – ${personName}`}
      </h3>
      <p className="fr-mb-1w">
        <Badge as="span" small noIcon severity={verdict ? 'success' : overdue ? 'error' : 'info'}>
          {verdict ? verdictWords[verdict] : `Réponse due le ${frenchDate(dueOn)}`}
        </Badge>
      </p>
      <p className="fr-mb-1w">
        Le {dayOf(at)}&nbsp;: {text}
      </p>
      {answer && answeredAt && (
        <p className="fr-text--sm fr-mb-1w">
          Réponse du {dayOf(answeredAt)}&nbsp;: {answer}
        </p>
      )}
      {children}
    </li>
  );
}
