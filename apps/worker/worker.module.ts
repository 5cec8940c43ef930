import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { deliverActivity } from '#activities/effects/deliver.js';
import { refreshForecastsActivity } from '#activities/forecast/refresh-activity.js';
import { forgetHistory } from '#activities/journal/forget-history.js';
import { journalActivities } from '#activities/journal/journal-activities.js';
import { remindDraftsActivity } from '#activities/reminders/remind-drafts.js';
import { keepRetentionActivity } from '#activities/retention/keep-retention.js';
import type { MorningActivities } from '#workflows/kit/every-morning.js';
import type { CaseActivities } from '#workflows/kit/messages.js';
import { Backlog } from './backlog.js';
import { CaseWorker } from './case-worker.js';
import { Database } from './database.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { Monitor } from './monitor.js';
import { postmanOf, surroundingsOf } from './surroundings.js';
import { TemporalConnection } from './temporal-connection.js';
import { CASE_ACTIVITIES, LOGGER, POSTMAN, TRACING } from './tokens.js';
import type { Tracing } from './tracing.js';
import { WaitingMails } from './waiting-mails.js';
import { WebhookCarrier } from './webhook-carrier.js';

@Module({})
export class WorkerModule {
  static with(environment: Environment, logger: Logger, tracing: Tracing | undefined): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: LOGGER, useValue: logger },
        { provide: TRACING, useValue: tracing },
        {
          provide: CASE_ACTIVITIES,
          inject: [Database, TemporalConnection],
          useFactory: ({ pool, prisma }: Database, temporal: TemporalConnection): CaseActivities & MorningActivities => {
            const around = surroundingsOf(environment, prisma, () => temporal.get());
            return {
              ...journalActivities(pool, environment.JALON_CODEC_KEYS),
              ...deliverActivity(around),
              ...remindDraftsActivity(around),
              ...refreshForecastsActivity(prisma),
              ...keepRetentionActivity(around, {
                key: environment.JALON_PROOF_KEY,
                forgetHistory: forgetHistory(async () => (await temporal.get()).workflowService, environment.TEMPORAL_NAMESPACE),
              }),
            };
          },
        },
        { provide: TemporalConnection, useValue: new TemporalConnection(environment.TEMPORAL_ADDRESS) },
        Database,
        { provide: POSTMAN, inject: [Database], useFactory: ({ prisma }: Database) => postmanOf(environment, prisma) },
        CaseWorker,
        WaitingMails,
        WebhookCarrier,
        Backlog,
        Monitor,
      ],
    };
  }
}
