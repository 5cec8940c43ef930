import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { dataConverter } from '#activities/codec/data-converter.js';
import type { CaseActivities } from '#workflows/kit/messages.js';
import { ENVIRONMENT, type Environment } from './environment.js';
import { startStanding } from './standing-workflows.js';
import { TemporalConnection } from './temporal-connection.js';
import { CASE_ACTIVITIES, LOGGER, TRACING } from './tokens.js';
import type { Tracing } from './tracing.js';
import { workflowCode } from './workflow-code.js';

/** Hosts the Temporal worker that runs the cases and their activities. */
@Injectable()
export class CaseWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(CASE_ACTIVITIES) private readonly activities: CaseActivities,
    private readonly temporal: TemporalConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(TRACING) private readonly tracing: Tracing | undefined,
  ) {}

  /** Whether it asks the server for work. */
  isPolling(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  async onApplicationBootstrap(): Promise<void> {
    const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue } = this.environment;
    this.worker = await Worker.create({
      connection: await this.temporal.get(),
      namespace,
      taskQueue,
      ...workflowCode(this.tracing !== undefined),
      ...this.tracing?.worker,
      activities: { ...this.activities },
      dataConverter: dataConverter(this.environment.JALON_CODEC_KEYS),
      maxCachedWorkflows: this.environment.WORKER_CACHED_CASES,
      reuseV8Context: true,
      // After a worker dies, its cases are taken up by another one after two seconds, not ten.
      stickyQueueScheduleToStartTimeout: '2 seconds',
      shutdownGraceTime: '10 seconds',
    });
    this.running = this.worker.run().catch((error: unknown) => {
      this.logger.fatal({ error }, 'The worker stopped');
      process.exitCode = 1;
      // Nest closes the rest as after any signal to stop.
      process.kill(process.pid, 'SIGTERM');
    });
    await startStanding(await this.temporal.get(), this.environment);
  }

  /** Takes no more work and ends what is under way, while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.isPolling()) this.worker!.shutdown();
    await this.running;
    await this.temporal.close();
    await this.tracing?.shutdown();
  }
}
