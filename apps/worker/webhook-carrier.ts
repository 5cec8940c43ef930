import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { readServiceContact } from '#activities/service-contact.js';
import { addressNews } from '#activities/webhooks/address-news.js';
import { type Carrier, carryMessages } from '#activities/webhooks/carry-messages.js';
import { forgetMessages } from '#activities/webhooks/forget-messages.js';
import { Database } from './database.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { Rounds } from './rounds.js';
import { LOGGER } from './tokens.js';

const everyMs = 2_000;
const forgetEveryMs = 3_600_000;

/** Tells other systems what happened to cases, from the table that the commits write. It needs no engine. */
@Injectable()
export class WebhookCarrier extends Rounds {
  private readonly carrier: Carrier;
  private forgotAt = 0;

  constructor(
    database: Database,
    @Inject(ENVIRONMENT) environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    super(everyMs);
    this.carrier = {
      prisma: database.prisma,
      keys: environment.JALON_CODEC_KEYS,
      patienceMs: 10_000,
      isPrivateAllowed: environment.JALON_WEBHOOK_PRIVATE,
      baseUrl: environment.JALON_BASE_URL,
      service: environment.JALON_SERVICE ?? readServiceContact(undefined),
    };
  }

  protected async round(): Promise<void> {
    const { prisma } = this.carrier;
    try {
      while (!this.isStopping && (await addressNews(prisma)) > 0);
      while (!this.isStopping && (await carryMessages(this.carrier)) > 0);
      if (Date.now() - this.forgotAt < forgetEveryMs) return;
      await forgetMessages(prisma);
      this.forgotAt = Date.now();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      this.logger.warn({ code, message }, 'Messages to other systems could not be carried; they are tried again');
    }
  }
}
