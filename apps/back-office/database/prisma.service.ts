import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma/generated/client.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** The one connection pool of the back office; it connects at the first query. */
@Injectable()
export class PrismaService extends PrismaClient implements OnModuleDestroy {
  constructor(@Inject(ENVIRONMENT) environment: Environment) {
    super({ adapter: new PrismaPg({ connectionString: environment.DATABASE_URL, max: 20 }) });
  }

  async onModuleDestroy() {
    await this.$disconnect();
  }
}
