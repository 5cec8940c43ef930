import { covers } from '#workflows/kit/perimeter.js';
import type { Action } from '../permissions/matrix.js';
import { extentThrough } from '../permissions/extent-through.js';
import type { HeldGrant, Viewer } from '../permissions/viewer.js';

/** What an account reaches; null means all. */
export interface Reach {
  readonly procedure: string | null;
  readonly callId: string | null;
}

const grantsFor = (viewer: Viewer, action: Action) => viewer.grants.filter((grant) => extentThrough(action, grant) !== undefined);

/** Whether the account reaches cases in the perimeter of who looks: it concerns them. */
export const concerns = (viewer: Viewer, reach: Reach): boolean =>
  grantsFor(viewer, 'read integrations').some((grant) => meet(grant, reach));

function meet({ procedure, callId }: HeldGrant, reach: Reach): boolean {
  const sameProcedure =
    procedure === undefined || reach.procedure === null || covers(procedure, reach.procedure) || covers(reach.procedure, procedure);
  return sameProcedure && (callId === undefined || reach.callId === null || callId === reach.callId);
}

/** Whether this person answers for everything that the account reaches. */
export const answersFor = (viewer: Viewer, reach: Reach): boolean =>
  grantsFor(viewer, 'agree to integrations').some(({ role: _role, procedure, callId, ...narrower }) => {
    if (Object.keys(narrower).length > 0) return false;
    const allProcedure = procedure === undefined || (reach.procedure !== null && covers(procedure, reach.procedure));
    return allProcedure && (callId === undefined || callId === reach.callId);
  });
