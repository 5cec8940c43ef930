import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Metrics of this process; a registry of its own, so that two applications in one test do not meet. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'jalon_http_request_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  /** Measures every request by its route's pattern: a reference or an id would make a series each. */
  observe(app: NestFastifyApplication) {
    collectDefaultMetrics({ register: this.registry });
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onResponse', (request, reply, done) => {
        const route = request.routeOptions.url ?? 'unknown';
        this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
        done();
      });
  }
}
