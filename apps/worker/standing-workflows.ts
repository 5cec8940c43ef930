import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { dataConverter } from '#activities/codec/data-converter.js';
import type { Environment } from './environment.js';

type Settings = Pick<Environment, 'TEMPORAL_NAMESPACE' | 'TEMPORAL_TASK_QUEUE' | 'JALON_CODEC_KEYS'>;

/** Workflow types that run once for the whole service, by their ids. */
const standing = { 'draft-reminders': 'draftReminders', forecasts: 'forecasts', retention: 'retention' } as const;

/** Starts what runs for as long as the service does. Whichever worker comes first does; one that runs already is left alone. */
export async function startStanding(connection: NativeConnection, settings: Settings): Promise<void> {
  const { TEMPORAL_NAMESPACE: namespace, TEMPORAL_TASK_QUEUE: taskQueue, JALON_CODEC_KEYS } = settings;
  const { workflow } = new Client({ connection, namespace, dataConverter: dataConverter(JALON_CODEC_KEYS) });
  for (const [workflowId, type] of Object.entries(standing))
    await workflow.start(type, { workflowId, taskQueue, workflowIdConflictPolicy: 'USE_EXISTING' });
}
