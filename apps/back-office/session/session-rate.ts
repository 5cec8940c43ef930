import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { Problem } from '../problems/problem.js';

/**
 * How often one session may call. Beside the limit of an address, which a whole ministry may share, this one is a person's own. Each back
 * office counts for itself, in memory and by the same plugin: it keeps a script from holding up the others, and is no quota.
 */
@Injectable()
export class SessionRate {
  private check: ReturnType<FastifyInstance['createRateLimit']> | undefined;

  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Counts the request of who is signed in; throws `tooManyRequests`. */
  async count(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    // The plugin is there only once the application listens.
    this.check ??= this.host.httpAdapter.getInstance<FastifyInstance>().createRateLimit({
      max: this.environment.JALON_SESSION_RATE_LIMIT,
      timeWindow: '1 minute',
      allowList: [],
      keyGenerator: ({ viewer, ip }) => viewer?.session?.id ?? ip,
    });
    const limit = await this.check(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    void reply.header('retry-after', limit.ttlInSeconds);
    throw new Problem('tooManyRequests');
  }
}
