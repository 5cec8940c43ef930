import { fastifyCookie } from '@fastify/cookie';
import { fastifyHelmet } from '@fastify/helmet';
import { fastifyMultipart } from '@fastify/multipart';
import { fastifyRateLimit } from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { maximumFileSize } from '#activities/documents/file-store.js';
import { ApplicationModule } from './application.module.js';
import type { Environment } from './environment.js';
import { Metrics } from './observability/metrics.js';
import { traceRequests } from './observability/tracing.js';
import { refuseDeepNesting } from './problems/nesting.js';
import { Problem } from './problems/problem.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { storableText } from './problems/storable-text.js';
import { validation } from './problems/validation.js';
import { addPrivacyHeaders, securityHeaders } from './security-headers.js';
import { serveSecurityText } from './security-txt.js';
import { serveWebApplication } from './web-application.js';

const megabyte = 1024 * 1024;

/** The Nest application, not yet listening: for the server, the tests and the OpenAPI document. */
export async function createApplication(environment: Environment): Promise<NestFastifyApplication> {
  const requestMs = environment.JALON_REQUEST_SECONDS * 1_000;
  const adapter = new FastifyAdapter({
    trustProxy: environment.JALON_TRUSTED_PROXIES,
    bodyLimit: megabyte,
    genReqId: () => randomUUID(),
    // Who sends one byte a minute holds nothing up for long.
    requestTimeout: requestMs,
    // Node looks at whole requests only where headers are given no more time than that.
    http: { headersTimeout: Math.min(30_000, requestMs), connectionsCheckingInterval: 5_000 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApplicationModule.with(environment), adapter, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  app.useGlobalPipes(storableText, validation);
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  await app.register(fastifyHelmet, securityHeaders(environment));
  await app.register(fastifyRateLimit, {
    max: environment.JALON_RATE_LIMIT,
    timeWindow: '1 minute',
    allowList: (request) => request.url.startsWith('/api/health'),
    errorResponseBuilder: () => new Problem('tooManyRequests'),
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    // One byte more than the store takes: at its own limit the parser would cut the file short without a word.
    limits: { fileSize: maximumFileSize + 1, files: 1, fields: 2, fieldSize: 200, headerPairs: 50 },
  });
  app.getHttpAdapter().getInstance().addHook('preValidation', refuseDeepNesting);
  addPrivacyHeaders(app.getHttpAdapter().getInstance());
  app.get(Metrics).observe(app);
  if (environment.OTEL_EXPORTER_OTLP_ENDPOINT) traceRequests(app);
  serveSecurityText(app, environment);
  await serveWebApplication(app);
  return app;
}
