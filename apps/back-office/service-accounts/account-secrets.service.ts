import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { hashOf, newToken } from '../session/session-token.js';
import { AccountAccess } from './account-access.js';
import { noteChange } from './account-changes.js';
import type { NewSecret } from './service-accounts.dto.js';

const day = 86_400_000;

/** Secrets of a service account: made here, shown once, kept as a digest. */
@Injectable()
export class AccountSecretsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: AccountAccess,
  ) {}

  /** A new secret. Those that are there end after the overlap, at the latest: two are live while a system changes over, never three. */
  async rotate(viewer: Viewer, accountId: string, overlapDays: number): Promise<NewSecret> {
    await this.access.live(viewer, accountId);
    const secret = `jls_${newToken()}`;
    const now = new Date();
    const until = new Date(now.getTime() + overlapDays * day);
    await this.prisma.$transaction(async (transaction) => {
      // One rotation at a time.
      await transaction.$executeRaw`SELECT FROM service_account WHERE id = ${accountId}::uuid FOR UPDATE`;
      const live = await transaction.serviceSecret.findMany({
        where: { accountId, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        orderBy: { createdAt: 'desc' },
      });
      for (const [index, { id, endsAt }] of live.entries()) {
        const ends = index > 0 ? now : endsAt && endsAt < until ? endsAt : until;
        await transaction.serviceSecret.update({ where: { id }, data: { endsAt: ends } });
      }
      await transaction.serviceSecret.create({ data: { id: randomUUID(), accountId, hash: hashOf(secret), hint: secret.slice(-4) } });
      await noteChange(transaction, viewer, accountId, 'secretAdded', `…${secret.slice(-4)}`);
    });
    return { clientId: accountId, secret };
  }

  /** Ends a secret, and the tokens that it gave, at once. */
  async end(viewer: Viewer, accountId: string, id: string): Promise<void> {
    await this.access.live(viewer, accountId);
    await this.prisma.$transaction(async (transaction) => {
      const secret = await transaction.serviceSecret.findFirst({ where: { id, accountId } });
      if (!secret) throw notFound();
      await transaction.serviceSecret.update({ where: { id }, data: { endsAt: new Date() } });
      await transaction.serviceToken.deleteMany({ where: { secretId: id } });
      await noteChange(transaction, viewer, accountId, 'secretEnded', `…${secret.hint}`);
    });
  }
}
