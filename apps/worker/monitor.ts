import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PrismaClient } from '#prisma/generated/client.js';
import { CaseWorker } from './case-worker.js';
import { Database } from './database.js';
import { ENVIRONMENT, type Environment } from './environment.js';

/** Answers supervisors: /health (200 when it works, 503 when not) and /metrics for Prometheus. */
@Injectable()
export class Monitor implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly registry: Registry;
  private server: Server | undefined;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly worker: CaseWorker,
    private readonly database: Database,
  ) {
    this.registry = metrics(database.prisma, worker);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.server = createServer(({ url }, response) => {
      this.answer(url ?? '', response).catch(() => response.writeHead(500).end());
    });
    this.server.listen(this.environment.WORKER_PORT, this.environment.HOST);
    await once(this.server, 'listening');
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async answer(url: string, response: ServerResponse): Promise<void> {
    if (url === '/health') return this.answerHealth(response);
    if (url !== '/metrics') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': this.registry.contentType }).end(await this.registry.metrics());
  }

  private async answerHealth(response: ServerResponse): Promise<void> {
    const parts = { worker: this.worker.isPolling(), database: await this.database.answers() };
    const well = parts.worker && parts.database;
    response
      .writeHead(well ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify({ status: well ? 'ok' : 'error', ...parts }));
  }
}

function metrics(prisma: PrismaClient, worker: CaseWorker): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'jalon_worker_polling',
    help: '1 when the worker asks Temporal for work',
    registers: [registry],
    collect() {
      this.set(worker.isPolling() ? 1 : 0);
    },
  });
  new Gauge({
    name: 'jalon_effects',
    help: 'Mails and letters that have not left, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      for (const status of ['pending', 'failing']) this.set({ status }, await prisma.effect.count({ where: { status } }));
    },
  });
  return registry;
}
