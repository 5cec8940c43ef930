import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setInterval } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Postman } from '#activities/notify/postman.js';
import { sendWaitingMails } from '#activities/notify/waiting-mails.js';
import { Database } from './database.js';
import { LOGGER, POSTMAN } from './tokens.js';

const everyMs = 15_000;

/** Takes away the mails that the back office left in the table. It needs no engine. */
@Injectable()
export class WaitingMails implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(POSTMAN) private readonly postman: Postman,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Ends the round under way, while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      for await (const _ of setInterval(everyMs, undefined, { signal: this.stopping.signal })) await this.round();
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
    }
  }

  private async round(): Promise<void> {
    try {
      const left = await sendWaitingMails(this.database.prisma, this.postman);
      if (left > 0) this.logger.warn({ left }, 'Mails could not be sent; they are tried again');
    } catch (error) {
      this.logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'The mails that wait could not be looked at');
    }
  }
}
