import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Problem } from '../problems/problem.js';
import { OpenGlasses } from '../break-glass/open-glasses.js';
import { openUnderGlass } from '../break-glass/open-under-glass.decorator.js';
import { isCrossSite } from '../session/cross-site.js';
import { openTo } from '../service-accounts/open-to.decorator.js';
import type { ServiceScope } from '../service-accounts/scopes.js';
import { ServiceDoor } from '../service-accounts/service-door.js';
import { SessionRate } from '../session/session-rate.js';
import { SessionService } from '../session/session.service.js';
import { extentThrough } from './extent-through.js';
import { routeRight, type RouteRight } from './may.decorator.js';

/** Stands before every route: who is calling, and does the matrix allow any of their roles the route's action? */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly glasses: OpenGlasses,
    private readonly services: ServiceDoor,
    private readonly rate: SessionRate,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const right = this.reflector.getAllAndOverride<RouteRight | undefined>(routeRight, [context.getHandler(), context.getClass()]);
    if (right === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no right.`);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (right === 'client') return true;
    if (right !== 'public' && this.services.knocks(request)) {
      const scope = this.reflector.get<ServiceScope | undefined>(openTo, context.getHandler());
      request.viewer = await this.services.enter(request, http.getResponse<FastifyReply>(), scope);
    } else {
      if (isCrossSite(request, this.environment.JALON_BASE_URL)) throw new Problem('crossSite');
      if (right === 'public') return true;
      const viewer = await this.sessions.viewerOf(request);
      if (!viewer) throw new Problem('signedOut');
      const isOpenUnderGlass = this.reflector.get<boolean | undefined>(openUnderGlass, context.getHandler()) === true;
      request.viewer = isOpenUnderGlass ? await this.glasses.through(viewer) : viewer;
      await this.rate.count(request, http.getResponse<FastifyReply>());
    }
    if (right !== 'signed in' && !request.viewer.grants.some((grant) => extentThrough(right, grant) !== undefined))
      throw new Problem('forbidden');
    return true;
  }
}
