import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setInterval } from 'node:timers/promises';

/** Work that is done again and again while the worker runs, one round after the other. A round handles its own faults. */
export abstract class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  protected constructor(private readonly everyMs: number) {}

  protected abstract round(): Promise<void>;

  protected get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Ends the round under way, while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      for await (const _ of setInterval(this.everyMs, undefined, { signal: this.stopping.signal })) await this.round();
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
    }
  }
}
