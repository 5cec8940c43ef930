import { type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from '#workflows/kit/people.js';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';

/** Who decides about money, or arbitrates: a password alone is not enough to act for them. */
const deciders: ReadonlySet<Role> = new Set<Role>(['authority', 'direction', 'budgetOfficer']);

/** Throws `strongSignInNeeded` unless the person has signed in by strong means; the web application then offers to. */
export function requireStrong(viewer: Viewer | undefined): void {
  if (viewer?.session?.strong !== true) throw new Problem('strongSignInNeeded');
}

/** The same where the act is done as a decider. */
export function requireStrongAs(role: Role, viewer: Viewer): void {
  if (deciders.has(role)) requireStrong(viewer);
}

@Injectable()
class StrongSignInGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    requireStrong(context.switchToHttp().getRequest<FastifyRequest>().viewer);
    return true;
  }
}

/** The route decides something whoever calls it: it wants a strong sign-in. */
export const NeedsStrongSignIn = () => UseGuards(StrongSignInGuard);
