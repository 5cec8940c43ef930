// A process of its own, as the cases' worker has one; set as that one is. Forked by engine.bench.ts, it ends with it.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { dataConverter } from '#activities/codec/data-converter.js';

const { TEMPORAL_ADDRESS: address, JALON_CODEC_KEYS: keys } = process.env;
const taskQueue = process.argv[2];
if (address === undefined || keys === undefined || taskQueue === undefined) throw new RangeError('Started without its settings.');

const logger = new DefaultLogger('ERROR');
Runtime.install({ shutdownSignals: [], logger });
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  taskQueue,
  workflowBundle: await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('noop-workflow.js', import.meta.url)), logger }),
  dataConverter: dataConverter(readCodecKeys(keys)),
  maxCachedWorkflows: 500,
  reuseV8Context: true,
});
process.once('disconnect', () => worker.shutdown());
const running = worker.run();
process.send?.('ready');
await running;
await connection.close();
