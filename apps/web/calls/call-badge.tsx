import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Schemas } from '../api/client.js';
import { standingOf } from './call-words.js';

/** Where the call stands, in words; the colour repeats them. */
export function CallBadge({ call }: { readonly call: Schemas['CallView'] }) {
  const { label, severity } = standingOf(call);
  return <Badge severity={severity}>{label}</Badge>;
}
