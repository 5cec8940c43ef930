import { Injectable } from '@nestjs/common';
import { type Access, recordable } from '#activities/accesses/access.js';
import type { Prisma } from '#prisma/generated/client.js';
import { PrismaService } from '../database/prisma.service.js';

/** Who read what. Entries are chained by the database: one round trip, whatever their number. */
@Injectable()
export class AccessLog {
  constructor(private readonly prisma: PrismaService) {}

  /** In `within`, together with what else that transaction writes. */
  async record(accesses: readonly Access[], within: Prisma.TransactionClient = this.prisma): Promise<void> {
    if (accesses.length > 0) await within.$executeRaw`SELECT record_accesses(${recordable(accesses)}::jsonb)`;
  }
}
