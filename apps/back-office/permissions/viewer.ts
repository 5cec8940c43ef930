import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonId, Role } from '#workflows/kit/people.js';
import type { Action } from './matrix.js';

/** A role held within a perimeter; a field left out means all. */
export interface HeldGrant {
  readonly role: Role;
  readonly procedure?: string;
  readonly callId?: string;
  readonly group?: string;
  /** What the token of a service account opens, of what the matrix leaves to scopes. */
  readonly scopes?: readonly Action[];
  /** Given by a break-glass: of this case alone, to be read, until then. */
  readonly glass?: { readonly ref: string; readonly until: Date };
}

/** Who is calling: the person of the session with their grants, or a service account by its token. */
export interface Viewer {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly bodyName?: string;
  readonly grants: readonly HeldGrant[];
  /** The session that asks; none for somebody whom the application only looks up. */
  readonly session?: ViewerSession;
}

export interface ViewerSession {
  readonly id: string;
  /** Signed in by strong means: decisions are open. */
  readonly strong: boolean;
  readonly secondsLeft: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
  }
}

/** The signed-in person, put on the request by the access guard. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!viewer) throw new Error('A public route asked who is calling.');
  return viewer;
});

export const holds = (viewer: Viewer, role: Role) => viewer.grants.some((grant) => grant.role === role);
