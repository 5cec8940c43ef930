import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Schemas } from '../api/client.js';
import { stateSeverity, stateWords } from './retention-words.js';

export const RetentionBadge = ({ state }: { readonly state: Schemas['RetentionState'] }) => (
  <Badge as="span" small noIcon severity={stateSeverity[state]}>
    {stateWords[state]}
  </Badge>
);
