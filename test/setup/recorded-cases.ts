import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Instant } from '../../workflows/calendar/civil-date.js';
import type { Entry } from '../../workflows/kit/journal.js';
import type { ActReceipt, ActRequest, CaseActivities, CaseStart, EffectOrder } from '../../workflows/kit/messages.js';
import { updates } from '../../workflows/kit/messages.js';
import { timeSkipping } from './temporal.js';

/** A worker whose journal is kept in memory: for tests of what a story does on the durable clock. */
export class RecordedCases {
  readonly journals = new Map<string, Entry[]>();
  readonly effects: EffectOrder[] = [];
  private running: Promise<void> | undefined;
  private worker: Worker | undefined;

  constructor(
    readonly env: TestWorkflowEnvironment,
    private readonly taskQueue = 'recorded-cases',
  ) {}

  async start(): Promise<void> {
    const workflowsPath = join(process.cwd(), 'test/setup/trial-workflows.ts');
    const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
    const activities: CaseActivities = {
      commit: ({ ref, entries }) => {
        const journal = this.journals.get(ref) ?? [];
        this.journals.set(ref, journal);
        for (const entry of entries) {
          if (entry.seq !== journal.length + 1) throw new Error(`Gap in ${ref}: ${entry.seq} after ${journal.length}`);
          journal.push(entry);
        }
        return Promise.resolve();
      },
      deliver: (order) => {
        this.effects.push(order);
        return Promise.resolve();
      },
    };
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: this.taskQueue,
      workflowBundle,
      activities: { ...activities },
    });
    this.running = this.worker.run();
  }

  private async stop(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
  }

  /** The worker and its server go. */
  async close(): Promise<void> {
    await this.stop();
    await this.env.teardown();
  }

  open(start: CaseStart): Promise<WorkflowHandle> {
    return this.env.client.workflow.start(start.procedure, { workflowId: start.ref, taskQueue: this.taskQueue, args: [start] });
  }

  act(handle: WorkflowHandle, request: ActRequest): Promise<ActReceipt> {
    return handle.executeUpdate<ActReceipt, [ActRequest]>(updates.act, { args: [request], updateId: request.key });
  }

  /** Opens a case and does the acts of its rehearsal at the times of the rehearsal. */
  async relive(start: CaseStart, acts: readonly ActRequest[]): Promise<WorkflowHandle> {
    const handle = await this.open(start);
    for (const request of acts) {
      await this.sleepUntil(request.receivedAt);
      await this.act(handle, request);
    }
    return handle;
  }

  async sleepUntil(instant: Instant): Promise<void> {
    const now = await this.env.currentTimeMs();
    if (instant > now) await this.env.sleep(instant - now);
  }
}

/** A running worker on a server of its own, by default the one that skips time; `close` it in `afterAll`. */
export async function recordedCases(server = timeSkipping): Promise<RecordedCases> {
  quietRuntime();
  const cases = new RecordedCases(await server());
  await cases.start();
  return cases;
}

/** Keeps Temporal's runtime quiet in tests; once a process. */
export function quietRuntime(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}
