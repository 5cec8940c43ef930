import { Injectable } from '@nestjs/common';
import type { ServiceAccount } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { concerns } from './perimeter.js';

/** One service account, if it concerns the viewer. */
@Injectable()
export class AccountAccess {
  constructor(private readonly prisma: PrismaService) {}

  /** Throws `notFound` alike for an account that does not exist and for one outside the viewer's perimeter. */
  async read(viewer: Viewer, id: string): Promise<ServiceAccount> {
    const account = await this.prisma.serviceAccount.findUnique({ where: { id } });
    if (!account || !concerns(viewer, account)) throw notFound();
    return account;
  }

  /** Throws `accountEnded` besides: nothing changes any more. */
  async live(viewer: Viewer, id: string): Promise<ServiceAccount> {
    const account = await this.read(viewer, id);
    if (account.endedAt) throw new Problem('accountEnded');
    return account;
  }
}
