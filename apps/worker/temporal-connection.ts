import { NativeConnection } from '@temporalio/worker';

/** The one connection to Temporal, made at first use and again after a failure: for the worker, and for effects that reach other cases. */
export class TemporalConnection {
  private connected: Promise<NativeConnection> | undefined;

  constructor(private readonly address: string) {}

  get(): Promise<NativeConnection> {
    this.connected ??= NativeConnection.connect({ address: this.address }).catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }

  async close(): Promise<void> {
    const connected = await this.connected?.catch(() => undefined);
    await connected?.close();
  }
}
