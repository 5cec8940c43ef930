import { parentPort } from 'node:worker_threads';
import { type AskedCase, tellBatch } from './tell-batch.js';

/** A thread answers each batch with its rows. What it throws ends it, and is thrown again where it was asked. */
parentPort?.on('message', ({ cases, today }: { cases: readonly AskedCase[]; today: string }) => {
  void tellBatch(cases, today).then((told) => parentPort?.postMessage(told));
});
