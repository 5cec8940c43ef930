import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../permissions/viewer.js';
import { Problem } from '../problems/problem.js';
import { SessionCookies } from '../session/session-cookies.js';
import { actionsOfScopes, type ServiceScope } from './scopes.js';
import { ServiceLimits } from './service-limits.js';
import { ServiceTokens } from './service-tokens.js';

const bearer = /^bearer +([\w.~+/-]+=*)$/i;

/** Where service accounts come in: by an access token, without cookie, session or header against other sites. RFC 6750. */
@Injectable()
export class ServiceDoor {
  constructor(
    private readonly tokens: ServiceTokens,
    private readonly limits: ServiceLimits,
    private readonly cookies: SessionCookies,
  ) {}

  /** Whether the request wants to come in by a token. */
  knocks({ headers }: FastifyRequest): boolean {
    return /^bearer\b/i.test(headers.authorization ?? '');
  }

  /** Throws `bearerWithCookie`, `tokenInvalid`, `quotaExceeded`, or `scopeInsufficient` where the route is not open to one of its scopes. */
  async enter(request: FastifyRequest, reply: FastifyReply, scope: ServiceScope | undefined): Promise<Viewer> {
    if (this.cookies.read(request, 'session') !== undefined) throw refused(reply, 'bearerWithCookie', 'invalid_request');
    const [, token] = bearer.exec(request.headers.authorization ?? '') ?? [];
    const live = token === undefined ? undefined : await this.tokens.find(token);
    if (!live) throw refused(reply, 'tokenInvalid', 'invalid_token');
    await this.limits.count(live, reply);
    if (scope === undefined) throw refused(reply, 'scopeInsufficient', 'insufficient_scope');
    if (!live.scopes.includes(scope)) throw refused(reply, 'scopeInsufficient', `insufficient_scope", scope="${scope}`);
    const { id, name, procedure, callId } = live;
    const perimeter = { ...(procedure !== null && { procedure }), ...(callId !== null && { callId }) };
    return { id, name, email: '', grants: [{ role: 'apiClient', ...perimeter, scopes: actionsOfScopes(live.scopes) }] };
  }
}

function refused(reply: FastifyReply, code: 'bearerWithCookie' | 'tokenInvalid' | 'scopeInsufficient', error: string): Problem {
  void reply.header('www-authenticate', `Bearer realm="jalon", error="${error}"`);
  return new Problem(code);
}
