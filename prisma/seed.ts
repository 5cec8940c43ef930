// Demonstration data: people, funds, calls, drafts. Synthetic, and the same at every run. Cases come from seed-cases.ts.
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';
import { seedCalls } from './seed-calls.js';
import { seedDrafts } from './seed-drafts.js';
import { seedPeople } from './seed-people.js';

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
try {
  await seedPeople(prisma);
  await seedCalls(prisma, 'open');
  await seedDrafts(prisma);
} finally {
  await prisma.$disconnect();
}
