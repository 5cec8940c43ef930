// Demonstration cases, played through the API of a running Jalon (JALON_BASE_URL): filed, studied, heard, decided, paid, late, paused; some
// are carried on to their last measure, clawed back, renounced, transferred. What each waits for is read from the database (DATABASE_URL).
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';
import { seedEverything } from './seed-everything.js';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
try {
  await seedEverything(prisma);
} finally {
  await prisma.$disconnect();
}
