import { Inject, Injectable } from '@nestjs/common';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Workflow } from '@temporalio/common';
import type { CaseView } from '#workflows/kit/case-view.js';
import { type ActReceipt, type ActRequest, type CaseStart, queries, updates } from '#workflows/kit/messages.js';
import { ENVIRONMENT, type Environment } from '../environment.js';
import { CaseClock } from './case-clock.js';
import { problemOf } from './engine-problem.js';
import { TemporalClient } from './temporal-client.js';

/** The running cases: starts them and brings them acts. Every failure comes out as a Problem. */
@Injectable()
export class CaseEngine {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly clock: CaseClock,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Starts the case and waits until its first entries are committed. The same reference again is the same case. */
  open(start: CaseStart): Promise<ActReceipt> {
    return this.patiently(async (client) => {
      const startWorkflowOperation = new WithStartWorkflowOperation(start.procedure, {
        workflowId: start.ref,
        taskQueue: this.environment.TEMPORAL_TASK_QUEUE,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [start],
        staticSummary: start.ref,
      });
      return client.workflow.executeUpdateWithStart<Workflow, ActReceipt, []>(updates.opened, {
        startWorkflowOperation,
        updateId: updates.opened,
        args: [],
      });
    });
  }

  /** Brings an act to its case. Throws the case's refusal as a Problem; nothing was written then. */
  async act(ref: string, request: Omit<ActRequest, 'receivedAt'>): Promise<ActReceipt> {
    const receivedAt = await this.clock.now(ref);
    return this.patiently((client) =>
      client.workflow
        .getHandle(ref)
        .executeUpdate<ActReceipt, [ActRequest]>(updates.act, { updateId: request.key, args: [{ ...request, receivedAt }] }),
    );
  }

  /** The case as its workflow sees it, after everything it has to do now. */
  view(ref: string): Promise<CaseView> {
    return this.patiently((client) => client.workflow.getHandle(ref).query<CaseView>(queries.view));
  }

  private async patiently<T>(call: (client: Awaited<ReturnType<TemporalClient['client']>>) => Promise<T>): Promise<T> {
    try {
      const client = await this.temporal.client();
      return await client.withDeadline(Date.now() + this.environment.JALON_PATIENCE_SECONDS * 1_000, () => call(client));
    } catch (error) {
      throw problemOf(error);
    }
  }
}
