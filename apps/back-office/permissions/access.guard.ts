import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Problem } from '../problems/problem.js';
import { OpenGlasses } from '../break-glass/open-glasses.js';
import { openUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { isCrossSite } from '../session/cross-site.js';
import { SessionService } from '../session/session.service.js';
import { extentOf } from './matrix.js';
import { routeRight, type RouteRight } from './may.decorator.js';

/** Stands before every route: who is calling, and does the matrix allow any of their roles the route's action? */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly glasses: OpenGlasses,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const right = this.reflector.getAllAndOverride<RouteRight | undefined>(routeRight, [context.getHandler(), context.getClass()]);
    if (right === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no right.`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isCrossSite(request, this.environment.JALON_BASE_URL)) throw new Problem('crossSite');
    if (right === 'public') return true;
    const viewer = await this.sessions.viewerOf(request);
    if (!viewer) throw new Problem('signedOut');
    const isOpenUnderGlass = this.reflector.get<boolean | undefined>(openUnderGlass, context.getHandler()) === true;
    request.viewer = isOpenUnderGlass ? await this.glasses.through(viewer) : viewer;
    if (right !== 'signed in' && !request.viewer.grants.some(({ role }) => extentOf(right, role) !== undefined))
      throw new Problem('forbidden');
    return true;
  }
}
