import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';

/** What became of a call's envelope, in cents. */
export interface Envelope {
  readonly totalCents: number;
  /** Awarded, or before the authority: proposed by the committee, or decided on and not told yet. */
  readonly takenCents: number;
  /** Awards that have returned. */
  readonly releasedCents: number;
  readonly leftCents: number;
}

/** The money of a call: what it had, what is taken, what has come back. */
@Injectable()
export class EnvelopeService {
  private readonly queues = new Map<string, Promise<void>>();

  constructor(private readonly prisma: PrismaService) {}

  /** `apart`: a case whose own share is left out, to see what may still be given to it. */
  async of(callId: string, { apart = '' }: { apart?: string } = {}): Promise<Envelope> {
    const [row] = await this.prisma.$queryRaw<{ total: bigint; taken: number; released: number }[]>`
      WITH of_case AS (
        SELECT c.ref, c.stage, c.status,
          sum(m.value) FILTER (WHERE m.indicator = 'awarded') AS awarded,
          sum(m.value) FILTER (WHERE m.indicator = 'released') AS released,
          (array_agg(m.value ORDER BY m.seq DESC) FILTER (WHERE m.indicator = 'proposed'))[1] AS proposed
        FROM case_file c LEFT JOIN measure m ON m.case_ref = c.ref AND m.indicator IN ('awarded', 'released', 'proposed')
        WHERE c.call_id = ${callId}::uuid AND c.ref <> ${apart} GROUP BY c.ref),
      share AS (
        SELECT o.released, CASE
            WHEN o.awarded IS NOT NULL THEN o.awarded
            WHEN o.status = 'closed' THEN NULL
            -- Decided, and its notice has not left: the award is what the notice tells, a refusal takes nothing.
            WHEN n.context IS NOT NULL THEN (n.context->>'amountCents')::float8
            WHEN o.stage = 'decision' THEN o.proposed
          END AS taken
        FROM of_case o LEFT JOIN task n ON n.case_ref = o.ref AND n.key = 'release-notice' AND n.status = 'open')
      SELECT l.envelope_cents AS total, COALESCE(sum(s.taken), 0)::float8 AS taken, COALESCE(sum(s.released), 0)::float8 AS released
      FROM call l LEFT JOIN share s ON TRUE WHERE l.id = ${callId}::uuid GROUP BY l.id`;
    const { total = 0n, taken = 0, released = 0 } = row ?? {};
    return { totalCents: Number(total), takenCents: taken, releasedCents: released, leftCents: Number(total) - taken + released };
  }

  /**
   * Does something that takes from the envelope while nobody else does: two acts never see the same money. In this process they stand in
   * a queue, so that those who wait hold no connection to the database; between processes its lock parts them.
   */
  async alone<T>(callId: string, take: () => Promise<T>): Promise<T> {
    const before = this.queues.get(callId) ?? Promise.resolve();
    const turn = before.then(() => this.locked(callId, take));
    const settled = turn.then(ignore, ignore);
    this.queues.set(callId, settled);
    try {
      return await turn;
    } finally {
      if (this.queues.get(callId) === settled) this.queues.delete(callId);
    }
  }

  private locked<T>(callId: string, take: () => Promise<T>): Promise<T> {
    return this.prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`envelope ${callId}`}))`;
        return take();
      },
      { timeout: 60_000, maxWait: 20_000 },
    );
  }
}

const ignore = (): void => undefined;
