import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { NodeSDK, resources, tracing } from '@opentelemetry/sdk-node';
import {
  makeWorkflowExporter,
  type OpenTelemetryPluginOptions,
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryActivityOutboundInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import type { WorkerOptions } from '@temporalio/worker';

export interface Tracing {
  readonly worker: Pick<WorkerOptions, 'sinks' | 'interceptors'>;
  shutdown(): Promise<void>;
}

/** Module of the workflow's side; it becomes part of the bundle. */
export const workflowTracing = '@temporalio/interceptors-opentelemetry/lib/workflow-interceptors.js';

/** Traces that began with an HTTP request go on through the case to its activities. The exporter reads OTEL_EXPORTER_OTLP_ENDPOINT. */
export function startTracing(resolve: (module: string) => string): Tracing {
  const resource = resources.resourceFromAttributes({ 'service.name': 'jalon-worker' });
  const processor = new tracing.BatchSpanProcessor(new OTLPTraceExporter());
  const sdk = new NodeSDK({ resource, spanProcessors: [processor] });
  sdk.start();
  return {
    worker: {
      sinks: { exporter: makeWorkflowExporter(modernised(processor), resource) },
      interceptors: {
        workflowModules: [resolve(workflowTracing)],
        activity: [
          (context) => ({
            inbound: new OpenTelemetryActivityInboundInterceptor(context),
            outbound: new OpenTelemetryActivityOutboundInterceptor(context),
          }),
        ],
      },
    },
    shutdown: () => sdk.shutdown(),
  };
}

type WorkflowProcessor = OpenTelemetryPluginOptions['spanProcessor'];
type WorkflowSpan = Parameters<WorkflowProcessor['onEnd']>[0];

/** Workflows make spans of OpenTelemetry 1; the exporter wants those of version 2, where two properties changed their names. */
function modernised(processor: tracing.SpanProcessor): WorkflowProcessor {
  return {
    onStart: () => undefined,
    onEnd(span: WorkflowSpan) {
      const { instrumentationLibrary: instrumentationScope, parentSpanId } = span;
      const parentSpanContext = parentSpanId && { ...span.spanContext(), spanId: parentSpanId };
      processor.onEnd({ ...span, instrumentationScope, parentSpanContext } as unknown as tracing.ReadableSpan);
    },
    forceFlush: () => processor.forceFlush(),
    shutdown: () => processor.shutdown(),
  };
}
