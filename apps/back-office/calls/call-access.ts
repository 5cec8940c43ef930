import { Injectable } from '@nestjs/common';
import { PrismaService } from '../database/prisma.service.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound } from '../problems/problem.js';
import { manages, type StoredCall } from './call-view.js';

/** The door to one call: everybody sees those that are published or were, who manages them sees all. */
@Injectable()
export class CallAccess {
  constructor(private readonly prisma: PrismaService) {}

  async seen(viewer: Viewer, id: string): Promise<StoredCall> {
    const call = await this.prisma.call.findUnique({ where: { id }, include: { fund: true } });
    if (!call || (call.status === 'draft' && !manages(viewer, call))) throw notFound();
    return call;
  }

  async managed(viewer: Viewer, id: string): Promise<StoredCall> {
    const call = await this.seen(viewer, id);
    if (!manages(viewer, call)) throw notFound();
    return call;
  }
}
