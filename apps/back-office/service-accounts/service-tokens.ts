import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { PrismaService } from '../database/prisma.service.js';
import { hashOf, newToken } from '../session/session-token.js';

/** How long an access token opens anything. */
export const tokenSeconds = 600;

export interface AuthenticatedClient {
  readonly id: string;
  readonly secretId: string;
  readonly scopes: readonly string[];
  readonly agreed: boolean;
  readonly perMinute: number;
  readonly perDay: number;
}

/** A live token with the account that it stands for. */
export interface LiveToken {
  id: string;
  name: string;
  scopes: string[];
  procedure: string | null;
  callId: string | null;
  perMinute: number;
  perDay: number;
}

/** Credentials and access tokens of service accounts, by their hashes: both are 256 random bits, which a digest protects well enough. */
@Injectable()
export class ServiceTokens {
  constructor(private readonly prisma: PrismaService) {}

  /** The account whose live secret this is; undefined alike for an unknown account and for a wrong secret. */
  async clientOf(id: string, secret: string): Promise<AuthenticatedClient | undefined> {
    const live = { OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] };
    const account = await this.prisma.serviceAccount.findFirst({ where: { id, endedAt: null }, include: { secrets: { where: live } } });
    const hash = Buffer.from(hashOf(secret));
    const used = account?.secrets.find((one) => timingSafeEqual(Buffer.from(one.hash), hash));
    if (!account || !used) return undefined;
    const { scopes, agreedAt, perMinute, perDay } = account;
    return { id, secretId: used.id, scopes, agreed: agreedAt !== null, perMinute, perDay };
  }

  /** A new access token. The moment counts as the last use of the account and of its secret. */
  async issue({ id, secretId }: AuthenticatedClient, scopes: readonly string[]): Promise<string> {
    const token = `jlt_${newToken()}`;
    const now = new Date();
    await this.prisma.$transaction([
      this.prisma.serviceToken.deleteMany({ where: { accountId: id, expiresAt: { lt: now } } }),
      this.prisma.serviceToken.create({
        data: {
          hash: hashOf(token),
          accountId: id,
          secretId,
          scopes: [...scopes],
          expiresAt: new Date(now.getTime() + tokenSeconds * 1_000),
        },
      }),
      this.prisma.serviceSecret.update({ where: { id: secretId }, data: { lastUsedAt: now } }),
      this.prisma.serviceAccount.update({ where: { id }, data: { lastUsedAt: now } }),
    ]);
    return token;
  }

  /** Undefined once it is over: the token, its secret, its account, or what was agreed to. */
  async find(token: string): Promise<LiveToken | undefined> {
    const [live] = await this.prisma.$queryRaw<LiveToken[]>`
      SELECT a.id, a.name, t.scopes, a.procedure, a.call_id AS "callId", a.per_minute AS "perMinute", a.per_day AS "perDay"
      FROM service_token t JOIN service_account a ON a.id = t.account_id JOIN service_secret s ON s.id = t.secret_id
      WHERE t.hash = ${hashOf(token)} AND t.expires_at > now() AND a.ended_at IS NULL AND a.agreed_at IS NOT NULL
        AND (s.ends_at IS NULL OR s.ends_at > now())`;
    return live;
  }
}
