import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { sealBacklog } from '#activities/journal/seal-backlog.js';
import { Database } from './database.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { LOGGER } from './tokens.js';

/** Seals, when the worker starts, what a release without a sealed record wrote. Cases go on meanwhile. */
@Injectable()
export class Backlog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private sealing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sealing = this.seal();
  }

  /** Ends with the case under way, while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.sealing;
  }

  private async seal(): Promise<void> {
    try {
      const { pool } = this.database;
      const { sealed, failed } = await sealBacklog(pool, this.environment.JALON_CODEC_KEYS, this.stopping.signal);
      if (sealed > 0) this.logger.info({ sealed }, 'Cases of an older release were sealed');
      if (failed.length > 0) this.logger.error({ failed }, 'Cases could not be sealed; npm run journal:verify says why');
    } catch (error) {
      this.logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'The cases that are to be sealed could not be looked at');
    }
  }
}
