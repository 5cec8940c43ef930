import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PrismaService } from '../database/prisma.service.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { notFound } from '../problems/problem.js';
import { agentSummary } from './agent-summary.js';
import type { OwnSession } from './session.dto.js';
import { hashOf, newToken, seal, unseal } from './session-token.js';

/** ProConnect's own sessions end after as long. */
export const sessionHours = 12;
/** How long a session that has ended is kept for its owner to see. */
const keptDays = 30;
const minutes = 60_000;
const hours = 60 * minutes;

/** Who signed in, how, and on what. */
export interface SignedInBy {
  readonly personId: string;
  readonly identityId?: string;
  readonly acr?: string;
  readonly amr?: readonly string[];
  readonly idToken?: string;
  readonly userAgent?: string;
}

/** Signed-in browsers, kept on the server: one row each, found by the hash of the token that only the browser has. */
@Injectable()
export class SessionStore {
  private readonly idleMs: number;

  constructor(
    private readonly prisma: PrismaService,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.idleMs = environment.JALON_SESSION_IDLE_MINUTES * minutes;
  }

  /** Begins a session; returns the token for its cookie, which nobody can be told again. */
  async begin({ personId, identityId, acr, amr = [], idToken, userAgent }: SignedInBy): Promise<string> {
    const token = newToken();
    await this.prisma.session.deleteMany({ where: { personId, expiresAt: { lt: new Date(Date.now() - keptDays * 24 * hours) } } });
    await this.prisma.session.create({
      data: {
        id: randomUUID(),
        tokenHash: hashOf(token),
        personId,
        identityId: identityId ?? null,
        expiresAt: new Date(Date.now() + sessionHours * hours),
        agent: agentSummary(userAgent),
        acr: acr ?? null,
        amr: [...amr],
        idToken: idToken === undefined ? null : seal(token, idToken),
      },
    });
    return token;
  }

  /** Ends the session of this token; returns what the provider said at its beginning, to sign out there too. */
  async end(token: string): Promise<string | undefined> {
    const session = await this.prisma.session.findFirst({ where: { tokenHash: hashOf(token), endedAt: null } });
    if (!session) return undefined;
    await this.prisma.session.update({ where: { id: session.id }, data: { endedAt: new Date(), idToken: null } });
    return session.idToken === null ? undefined : unseal(token, session.idToken);
  }

  /** The person's open sessions, the latest used first. */
  async list(personId: string, currentId: string | undefined): Promise<OwnSession[]> {
    const rows = await this.prisma.session.findMany({ where: { personId, ...this.open() }, orderBy: { lastSeenAt: 'desc' } });
    return rows.map(({ id, agent, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      agent,
      current: id === currentId,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }

  /** Ends one of the person's own sessions; those of others are not found. */
  async endOwn(personId: string, id: string): Promise<void> {
    if ((await this.endWhere({ id, personId })) === 0) throw notFound();
  }

  /** Ends the person's sessions but this one. */
  async endOthers(personId: string, currentId: string): Promise<void> {
    await this.endWhere({ personId, id: { not: currentId } });
  }

  /** Ends what was opened with an identity: it is somebody else's from now on. */
  async endOfIdentity(identityId: string): Promise<void> {
    await this.endWhere({ identityId });
  }

  private async endWhere(where: { personId?: string; identityId?: string; id?: string | { not: string } }): Promise<number> {
    const { count } = await this.prisma.session.updateMany({
      where: { ...where, ...this.open() },
      data: { endedAt: new Date(), idToken: null },
    });
    return count;
  }

  private open() {
    const now = Date.now();
    return { endedAt: null, expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: new Date(now - this.idleMs) } };
  }
}
