import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { PrismaClient } from '#prisma/generated/client.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { LOGGER } from './tokens.js';

/** One pool of connections, for the journal's own SQL and for Prisma. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;

  constructor(@Inject(ENVIRONMENT) { DATABASE_URL }: Environment, @Inject(LOGGER) logger: Logger) {
    this.pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20, connectionTimeoutMillis: 5_000 });
    // A connection that breaks while nobody uses it is replaced at the next query.
    this.pool.on('error', (error) => logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'An idle database connection broke'));
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  async answers(): Promise<boolean> {
    try {
      await this.pool.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }
}
