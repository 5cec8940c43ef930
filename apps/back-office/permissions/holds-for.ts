import type { Role } from '#workflows/kit/people.js';
import { covers } from '#workflows/kit/perimeter.js';
import { type Action, extentOf } from './matrix.js';
import type { HeldGrant, Viewer } from './viewer.js';

/** For a whole procedure, such as one without calls: a role that is held for one call is none here. */
const isHeldFor = ({ procedure: held, callId }: HeldGrant, procedure: string): boolean =>
  callId === undefined && (held === undefined || covers(held, procedure));

/** Whether the person holds the role for the whole of this procedure. */
export const holdsFor = ({ grants }: Viewer, role: Role, procedure: string): boolean =>
  grants.some((grant) => grant.role === role && isHeldFor(grant, procedure));

/** Whether one of the person's roles for the whole of this procedure may do the action. */
export const mayFor = ({ grants }: Viewer, action: Action, procedure: string): boolean =>
  grants.some((grant) => extentOf(action, grant.role) !== undefined && isHeldFor(grant, procedure));
