import type { Role } from '#workflows/kit/people.js';
import { covers } from '#workflows/kit/perimeter.js';
import type { Viewer } from './viewer.js';

/** Whether the person holds the role for this procedure, whichever the call. */
export const holdsFor = ({ grants }: Viewer, role: Role, procedure: string): boolean =>
  grants.some((grant) => grant.role === role && (grant.procedure === undefined || covers(grant.procedure, procedure)));
