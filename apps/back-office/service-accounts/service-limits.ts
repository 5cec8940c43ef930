import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PrismaService } from '../database/prisma.service.js';
import { Problem } from '../problems/problem.js';

export interface Limits {
  readonly id: string;
  readonly perMinute: number;
  readonly perDay: number;
}

interface Use {
  in_minute: number;
  in_day: number;
  minute_left: number;
  day_left: number;
}

/**
 * How often an account may call, counted in the database so that all back offices agree: by the minute of the clock and by the day of
 * Paris. What is refused for its minute does not use up the day.
 */
@Injectable()
export class ServiceLimits {
  constructor(private readonly prisma: PrismaService) {}

  /** Counts one request, says in its answer what is left (draft-ietf-httpapi-ratelimit-headers), and throws `quotaExceeded` past a limit. */
  async count({ id, perMinute, perDay }: Limits, reply: FastifyReply): Promise<void> {
    const [use] = await this.prisma.$queryRaw<Use[]>`
      INSERT INTO service_use AS u (account_id, minute, in_minute, day, in_day)
      VALUES (${id}::uuid, date_trunc('minute', now()), 1, date_trunc('day', now(), 'Europe/Paris'), 1)
      ON CONFLICT (account_id) DO UPDATE SET minute = EXCLUDED.minute, day = EXCLUDED.day,
        in_minute = CASE WHEN u.minute = EXCLUDED.minute THEN u.in_minute + 1 ELSE 1 END,
        in_day = CASE WHEN u.day = EXCLUDED.day THEN u.in_day ELSE 0 END
          + CASE WHEN u.minute = EXCLUDED.minute AND u.in_minute >= ${perMinute}::int THEN 0 ELSE 1 END
      RETURNING in_minute, in_day, ceil(extract(epoch FROM minute + interval '1 minute' - now()))::int AS minute_left,
        ceil(extract(epoch FROM date_trunc('day', day + interval '36 hours', 'Europe/Paris') - now()))::int AS day_left`;
    if (!use) throw new Error('The database counted nothing.');
    const left = (most: number, used: number) => Math.max(0, most - used);
    void reply.header('ratelimit-policy', `"minute";q=${perMinute};w=60, "day";q=${perDay};w=86400`);
    void reply.header(
      'ratelimit',
      `"minute";r=${left(perMinute, use.in_minute)};t=${use.minute_left}, "day";r=${left(perDay, use.in_day)};t=${use.day_left}`,
    );
    const wait = use.in_day > perDay ? use.day_left : use.in_minute > perMinute ? use.minute_left : undefined;
    if (wait === undefined) return;
    void reply.header('retry-after', wait);
    throw new Problem('quotaExceeded');
  }
}
