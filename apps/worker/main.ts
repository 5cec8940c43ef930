import 'reflect-metadata';
import { createRequire } from 'node:module';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { type Environment, readEnvironment } from './environment.js';
import { createLogger, nestLogger, temporalLogger } from './logging.js';
import { startTracing } from './tracing.js';
import { WorkerModule } from './worker.module.js';

// The process runs under --stack-trace-limit=1, which spares a stack for each promise of a workflow. Here, outside workflows,
// errors should say where they come from.
Error.stackTraceLimit = 30;

async function main(environment: Environment): Promise<void> {
  const logger = createLogger(environment.JALON_LOG_LEVEL);
  const { WORKER_ENGINE_METRICS: bindAddress, OTEL_EXPORTER_OTLP_ENDPOINT: traces } = environment;
  Runtime.install({
    logger: temporalLogger(logger),
    // Nest hears the signals and stops the worker with the rest.
    shutdownSignals: [],
    telemetryOptions: { ...(bindAddress && { metrics: { prometheus: { bindAddress } } }) },
  });
  const tracing = traces ? startTracing(createRequire(import.meta.url).resolve) : undefined;
  const context = await NestFactory.createApplicationContext(WorkerModule.with(environment, logger, tracing), {
    logger: nestLogger(logger),
  });
  context.enableShutdownHooks();
  logger.info({ taskQueue: environment.TEMPORAL_TASK_QUEUE, port: environment.WORKER_PORT }, 'The worker runs');
}

try {
  await main(readEnvironment(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
