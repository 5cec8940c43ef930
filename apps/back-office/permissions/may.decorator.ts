import { SetMetadata } from '@nestjs/common';
import type { Action } from './matrix.js';

/** What a route asks of who calls it: an action of the matrix, only to be signed in, nothing, or a system's own credentials. */
export type RouteRight = Action | 'signed in' | 'public' | 'client';
export const routeRight = 'jalon:right';

/** Who may call the route: somebody with a role that the matrix allows the action. On which cases is decided by visibility. */
export const May = (action: Action) => SetMetadata(routeRight, action);
/** Anybody who is signed in; the answer depends on the person alone. */
export const SignedIn = () => SetMetadata(routeRight, 'signed in' satisfies RouteRight);
/** Anybody at all. */
export const Public = () => SetMetadata(routeRight, 'public' satisfies RouteRight);
/** A system that says who it is in the request itself: no browser sends that by itself, so that no other site can. The route checks it. */
export const ForClients = () => SetMetadata(routeRight, 'client' satisfies RouteRight);
