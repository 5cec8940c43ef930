import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Sends traces where OTEL_EXPORTER_OTLP_ENDPOINT says; call it before anything else, and only when that is set. */
export function startTracing(serviceName: string): NodeSDK {
  const sdk = new NodeSDK({ serviceName });
  sdk.start();
  return sdk;
}

const tracer = trace.getTracer('jalon.http');

/** One span a request. The engine's client passes it on, so that a trace goes from HTTP through the workflow to the activity. */
export function traceRequests(app: NestFastifyApplication) {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'unknown';
      const parent = propagation.extract(context.active(), request.headers);
      const attributes = { 'http.request.method': request.method, 'http.route': route, 'jalon.request_id': request.id };
      const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, parent);
      reply.raw.once('close', () => {
        span.setAttribute('http.response.status_code', reply.statusCode);
        if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(parent, span), done);
    });
}
