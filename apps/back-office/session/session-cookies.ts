import type { CookieSerializeOptions } from '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** The session itself; a browser that is on its way to the provider and back; a provider that knew somebody whom Jalon does not. */
export type CookieUse = 'session' | 'attempt' | 'unknown';

const names: Readonly<Record<CookieUse, string>> = { session: 'jalon', attempt: 'jalon-connexion', unknown: 'jalon-inconnu' };

/**
 * The cookies of this application. Scripts cannot read them. Over HTTPS the prefix `__Host-` ties them to this very host: no neighbouring
 * site can plant one. `SameSite=Lax` and not `Strict`: the provider sends the browser back from another site, and that one request must
 * carry them; what changes something is protected besides by the access guard.
 */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;

  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    this.secure = environment.JALON_BASE_URL.startsWith('https:');
  }

  read(request: FastifyRequest, use: CookieUse): string | undefined {
    return request.cookies[this.name(use)];
  }

  write(reply: FastifyReply, use: CookieUse, value: string, maxAgeSeconds: number): void {
    void reply.setCookie(this.name(use), value, { ...this.options, maxAge: maxAgeSeconds });
  }

  clear(reply: FastifyReply, use: CookieUse): void {
    void reply.clearCookie(this.name(use), this.options);
  }

  private get options(): CookieSerializeOptions {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure };
  }

  private name(use: CookieUse): string {
    return this.secure ? `__Host-${names[use]}` : names[use];
  }
}
