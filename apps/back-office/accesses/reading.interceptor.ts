import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { routeRight, type RouteRight } from '../permissions/may.decorator.js';
import { AccessLog } from './access-log.js';
import { gatherOpened } from './opened-files.js';
import { givesContent } from './reading.decorator.js';

/**
 * Records what a request reads of others' cases, after it is found and before it is sent: where nothing can be recorded, nothing is
 * answered. Reads are every GET, and the routes that give content beside what they do.
 */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLog,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { viewer } = request;
    const handler = context.getHandler();
    const isRead = request.method === 'GET' || request.method === 'HEAD' || this.reflector.get(givesContent, handler) === true;
    if (!viewer || !isRead) return next.handle();
    const { result, opened } = await gatherOpened(viewer.id, () =>
      // Nest binds the handler to where `handle` is called, not to where its answer is awaited.
      lastValueFrom(next.handle() as Observable<unknown>, { defaultValue: undefined }),
    );
    const right = this.reflector.getAllAndOverride<RouteRight>(routeRight, [handler, context.getClass()]);
    const object = objectOf(request);
    await this.log.record(
      opened.map(({ ref, roles, byGlass }) => ({
        caseRef: ref,
        at: Date.now(),
        personId: viewer.id,
        roles,
        what: handler.name,
        ...(object !== undefined && object !== ref && { object }),
        under: byGlass ? 'break-glass' : right,
        requestId: request.id,
      })),
    );
    return of(result);
  }
}

/** What of the case was asked for: the last id of the address, and the day where it is a past one. */
function objectOf({ params, query }: FastifyRequest): string | undefined {
  const { ref: _ref, ...ids } = params as Readonly<Record<string, string>>;
  const { on } = query as { readonly on?: unknown };
  const day = typeof on === 'string' && /^\d{4}-\d\d-\d\d$/.test(on) ? on : undefined;
  const parts = [Object.values(ids).at(-1), day].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ').slice(0, 200);
}
