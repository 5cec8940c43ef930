import type { WorkflowService } from '@temporalio/client';

/**
 * Deletes every run of a workflow from the engine, and gives whether there was none left. The engine deletes in its own time: who asks
 * again until it is so knows that it was done. A workflow id is a case's reference: it holds no quote.
 */
export const forgetHistory =
  (service: () => Promise<WorkflowService>, namespace: string) =>
  async (workflowId: string): Promise<boolean> => {
    const engine = await service();
    const { executions } = await engine.listWorkflowExecutions({ namespace, query: `WorkflowId = '${workflowId}'` });
    for (const { execution: workflowExecution } of executions) await engine.deleteWorkflowExecution({ namespace, workflowExecution });
    return executions.length === 0;
  };
