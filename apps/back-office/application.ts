import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApplicationModule } from './application.module.js';
import type { Environment } from './environment.js';

/** The Nest application, not yet listening: for the server, the tests and the OpenAPI document. */
export async function createApplication(environment: Environment): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ trustProxy: true, bodyLimit: 1024 * 1024 });
  const app = await NestFactory.create<NestFastifyApplication>(ApplicationModule.with(environment), adapter, { bufferLogs: true });
  app.setGlobalPrefix('api');
  return app;
}
