import type { Call, Fund } from '#prisma/generated/client.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import type { Viewer } from '../permissions/viewer.js';
import { actsFrom, type CallStatus, isAmendable } from './call-states.js';
import { termsOf } from './call-terms.js';
import type { CallView } from './calls.dto.js';

export type StoredCall = Call & { readonly fund: Fund };

/** Whether the person manages calls of this procedure, and this call among them. */
export const manages = (viewer: Viewer, { id, procedure }: Pick<Call, 'id' | 'procedure'>) =>
  viewer.grants.some(
    (grant) =>
      grant.role === 'programManager' &&
      (grant.procedure === undefined || grant.procedure === procedure) &&
      (grant.callId === undefined || grant.callId === id),
  );

/** Civil dates cross the database as midnight UTC. */
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Whether an application may be filed today, in Paris. */
export const isOpen = ({ status, opensOn, closesOn }: Pick<Call, 'status' | 'opensOn' | 'closesOn'>) => {
  const today = civilDateAt(Date.now());
  return status === 'published' && dayOf(opensOn) <= today && today <= dayOf(closesOn);
};

export function callView(viewer: Viewer, call: StoredCall): CallView {
  const { id, fund, procedure, title, opensOn, closesOn, envelopeCents, version } = call;
  const status = call.status as CallStatus;
  const managed = manages(viewer, call);
  return {
    id,
    fund: { id: fund.id, name: fund.name, slug: fund.slug },
    procedure,
    title,
    status,
    opensOn: dayOf(opensOn),
    closesOn: dayOf(closesOn),
    envelopeCents: Number(envelopeCents),
    terms: { ...termsOf(call) },
    version,
    open: isOpen(call),
    managed,
    amendable: managed && isAmendable(status),
    acts: managed ? [...actsFrom(status)] : [],
  };
}
