import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Postman } from '#activities/notify/postman.js';
import { sendWaitingMails } from '#activities/notify/waiting-mails.js';
import { Database } from './database.js';
import { Rounds } from './rounds.js';
import { LOGGER, POSTMAN } from './tokens.js';

const everyMs = 15_000;

/** Takes away the mails that wait in the table. It needs no engine. */
@Injectable()
export class WaitingMails extends Rounds {
  constructor(
    private readonly database: Database,
    @Inject(POSTMAN) private readonly postman: Postman,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    try {
      const left = await sendWaitingMails(this.database.prisma, this.postman);
      if (left > 0) this.logger.warn({ left }, 'Mails could not be sent; they are tried again');
    } catch (error) {
      this.logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'The mails that wait could not be looked at');
    }
  }
}
