import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Client, Connection, type ConnectionLike } from '@temporalio/client';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry';
import { NativeConnection } from '@temporalio/worker';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { dataConverter } from '#activities/codec/data-converter.js';
import { ENVIRONMENT, type Environment } from '../environment.js';

/** The connection to Temporal, made at first use and again after a failure. */
@Injectable()
export class TemporalClient implements OnModuleDestroy {
  private connected: Promise<{ client: Client; connection: NativeConnection }> | undefined;
  private plain: Connection | undefined;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** The client on the native connection (gRPC in Rust costs a quarter less than in JavaScript). */
  async client(): Promise<Client> {
    return (await this.connect()).client;
  }

  /** A connection that speaks every call of the server, also those that the native one does not know yet. */
  plainConnection(): ConnectionLike & Pick<Connection, 'workflowService' | 'withDeadline'> {
    return (this.plain ??= Connection.lazy({ address: this.environment.TEMPORAL_ADDRESS }));
  }

  async onModuleDestroy() {
    await this.plain?.close();
    const connected = await this.connected?.catch(() => undefined);
    await connected?.connection.close();
  }

  private connect() {
    this.connected ??= this.newConnection().catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }

  private async newConnection() {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, JALON_CODEC_KEYS, OTEL_EXPORTER_OTLP_ENDPOINT } = this.environment;
    const connection = await NativeConnection.connect({ address });
    const client = new Client({
      connection,
      namespace,
      dataConverter: dataConverter(readCodecKeys(JALON_CODEC_KEYS)),
      ...(OTEL_EXPORTER_OTLP_ENDPOINT && { interceptors: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] } }),
    });
    return { client, connection };
  }
}
