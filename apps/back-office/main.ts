import 'reflect-metadata';
import { readEnvironment } from './environment.js';
import { startTracing } from './observability/tracing.js';

try {
  const environment = readEnvironment(process.env);
  // Before the application is loaded, so that everything it makes is traced.
  const tracing = environment.OTEL_EXPORTER_OTLP_ENDPOINT ? startTracing('jalon-back-office') : undefined;
  const { createApplication } = await import('./application.js');
  const app = await createApplication(environment);
  await app.listen(environment.PORT, environment.HOST);
  if (tracing) process.once('beforeExit', () => void tracing.shutdown());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
