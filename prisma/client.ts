import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** Prisma on node-postgres, for scripts and tests; the applications make theirs on the pool that they share. */
export const createPrisma = (url: string): PrismaClient => new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
