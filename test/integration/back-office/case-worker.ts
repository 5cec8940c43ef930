import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import pg from 'pg';
import { dataConverter } from '../../../activities/codec/data-converter.js';
import { deliverActivity } from '../../../activities/effects/deliver.js';
import { journalActivities } from '../../../activities/journal/journal-activities.js';
import { readEnvironment } from '../../../apps/worker/environment.js';
import { surroundingsOf } from '../../../apps/worker/surroundings.js';
import { quietRuntime } from '../../setup/recorded-cases.js';
import { testCodecKeys, testKeys } from '../../builders/codec-keys.js';
import { type BackOffice, startBackOffice } from './back-office.js';

const taskQueue = 'back-office-test';

/** The back office with Temporal and a worker that commits to the same PostgreSQL: all of Jalon but the browser. */
export interface RunningJalon extends BackOffice {
  /** The worker leaves; nobody does the cases' work any more. */
  endWorker(): Promise<void>;
}

export async function startJalon(change: NodeJS.ProcessEnv = {}): Promise<RunningJalon> {
  quietRuntime();
  const temporal = await developmentServer();
  const office = await startBackOffice({
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_TASK_QUEUE: taskQueue,
    JALON_PATIENCE_SECONDS: '3',
    ...change,
  });
  const { DATABASE_URL, JALON_FILES } = office.environment;
  const pool = new pg.Pool({ connectionString: DATABASE_URL });
  const settings = readEnvironment({ DATABASE_URL, JALON_FILES, JALON_CODEC_KEYS: testCodecKeys });
  const worker = await Worker.create({
    connection: temporal.nativeConnection,
    taskQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: require.resolve('../../../workflows/index.ts'),
      logger: new DefaultLogger('ERROR'),
    }),
    activities: {
      ...journalActivities(pool, testKeys),
      ...deliverActivity(surroundingsOf(settings, office.prisma, () => Promise.resolve(temporal.nativeConnection))),
    },
    dataConverter: dataConverter(testKeys),
  });
  const running = worker.run();
  const endWorker = async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  };
  return {
    ...office,
    endWorker,
    async stop() {
      await endWorker();
      await pool.end();
      await office.stop();
      await temporal.teardown();
    },
  };
}

/** The real development server, set as the launcher sets it, so that one case's time can be skipped. */
function developmentServer(): Promise<TestWorkflowEnvironment> {
  const path = process.env.TEMPORAL_CLI;
  if (!path) throw new Error('TEMPORAL_CLI is not set: run this spec by "npm test -- <path>"');
  const config = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="5ms"'];
  const extraArgs = config.flatMap((value) => ['--dynamic-config-value', value]);
  return TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'existing-path', path }, extraArgs } });
}
