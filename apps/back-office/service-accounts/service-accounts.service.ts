import { Injectable } from '@nestjs/common';
import type { ServiceAccount } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { AccountAccess } from './account-access.js';
import { noteChange } from './account-changes.js';
import { answersFor, concerns } from './perimeter.js';
import type { ServiceAccountInput } from './service-accounts.dto.js';

/** The life of a service account: asked for by an administrator, agreed to by who answers for what it reads, changed, ended. */
@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: AccountAccess,
  ) {}

  /** `id` is the idempotency key. It opens nothing yet. Throws `notFound` outside the perimeter of who asks, `invalid`. */
  async create(viewer: Viewer, id: string, input: ServiceAccountInput): Promise<void> {
    const fields = await this.fieldsOf(viewer, input);
    await this.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.serviceAccount.createMany({
        data: { id, ...fields, askedBy: viewer.id },
        skipDuplicates: true,
      });
      if (count > 0) await noteChange(transaction, viewer, id, 'created', reachWords(fields));
    });
    await this.access.read(viewer, id);
  }

  /** What it may reach has been agreed to: another reach wants a new agreement, and until then the account opens nothing. */
  async change(viewer: Viewer, id: string, input: ServiceAccountInput): Promise<void> {
    const before = await this.access.live(viewer, id);
    const fields = await this.fieldsOf(viewer, input);
    const isWider = reachWords(before) !== reachWords(fields);
    await this.prisma.$transaction(async (transaction) => {
      if (isWider) await transaction.serviceToken.deleteMany({ where: { accountId: id } });
      const again = isWider ? { agreedAt: null, agreedBy: null, askedBy: viewer.id } : {};
      await transaction.serviceAccount.update({ where: { id }, data: { ...fields, ...again } });
      await noteChange(transaction, viewer, id, 'changed', isWider ? `${reachWords(before)} → ${reachWords(fields)}` : undefined);
    });
  }

  /** Throws `accountAgreed`, or `agreementOwn` for who asked and for who does not answer for all that it reaches. */
  async agree(viewer: Viewer, id: string): Promise<void> {
    const account = await this.access.live(viewer, id);
    if (account.agreedAt) throw new Problem('accountAgreed');
    if (account.askedBy === viewer.id || !answersFor(viewer, account)) throw new Problem('agreementOwn');
    await this.prisma.$transaction(async (transaction) => {
      // What was read is what is agreed to: a change of its reach in between wants another look.
      const { scopes, procedure, callId, askedBy } = account;
      const { count } = await transaction.serviceAccount.updateMany({
        where: { id, agreedAt: null, endedAt: null, scopes: { equals: scopes }, procedure, callId, askedBy },
        data: { agreedAt: new Date(), agreedBy: viewer.id },
      });
      if (count === 0) throw new Problem('accountAgreed');
      await noteChange(transaction, viewer, id, 'agreed', reachWords(account));
    });
  }

  /** At once and for good: its tokens, its secrets, its addresses. */
  async end(viewer: Viewer, id: string): Promise<void> {
    await this.access.live(viewer, id);
    const now = new Date();
    await this.prisma.$transaction(async (transaction) => {
      await transaction.serviceAccount.update({ where: { id }, data: { endedAt: now } });
      await transaction.serviceToken.deleteMany({ where: { accountId: id } });
      await transaction.serviceSecret.updateMany({ where: { accountId: id }, data: { endsAt: now } });
      await transaction.webhook.updateMany({ where: { accountId: id, removedAt: null }, data: { removedAt: now } });
      await noteChange(transaction, viewer, id, 'ended');
    });
  }

  private async fieldsOf(viewer: Viewer, input: ServiceAccountInput) {
    const { name, purpose, ownerId, perMinute, perDay } = input;
    const reach = { scopes: [...new Set(input.scopes)].sort(), procedure: input.procedure ?? null, callId: input.callId ?? null };
    if (!concerns(viewer, reach)) throw notFound();
    const [owner, call] = await Promise.all([
      this.prisma.person.findUnique({ where: { id: ownerId } }),
      reach.callId === null ? null : this.prisma.call.findUnique({ where: { id: reach.callId } }),
    ]);
    const fields = {
      ...(!owner && { ownerId: 'Choisissez une personne connue de Jalon.' }),
      ...(reach.callId !== null && !call && { callId: 'Cet appel n’existe pas.' }),
      ...(call && reach.procedure !== null && call.procedure !== reach.procedure && { callId: 'Cet appel est d’une autre démarche.' }),
    };
    if (Object.keys(fields).length > 0) throw new Problem('invalid', { fields });
    return { name, purpose, ownerId, perMinute, perDay, ...reach };
  }
}

const reachWords = ({ scopes, procedure, callId }: Pick<ServiceAccount, 'scopes' | 'procedure' | 'callId'>): string =>
  [[...scopes].sort().join(' '), procedure ?? 'toutes les démarches', ...(callId === null ? [] : [`appel ${callId}`])].join(', ');
