import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { dataConverter } from '#activities/codec/data-converter.js';
import { effectsDelivered, GrantsToAnswer } from './grants-to-answer.js';
import { type Measurement, percentile, rounded, timed } from './measurement.js';
import { noOp, noOpUpdate } from './noop-workflow.js';

const LANES = 16;
const CASES = 32;
const ACTS = 5;
const ROUNDS = 5;

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/**
 * Answers to grants, committed to PostgreSQL, against Updates that do nothing, on the same server, turn by turn: the machine drifts, so
 * the ratio of neighbours says more than either rate. Needs DATABASE_URL, TEMPORAL_ADDRESS, JALON_CODEC_KEYS and a worker that runs.
 */
export async function run(): Promise<Measurement[]> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, JALON_CODEC_KEYS = '' } = process.env;
  const connection = await NativeConnection.connect({ address: TEMPORAL_ADDRESS ?? '' });
  const client = new Client({ connection, dataConverter: dataConverter(readCodecKeys(JALON_CODEC_KEYS)) });
  const pool = new pg.Pool({ connectionString: DATABASE_URL });
  const noOpQueue = 'bench-no-op';
  const worker = await noOpWorker(noOpQueue);
  try {
    const grants = await GrantsToAnswer.with(client, pool);
    await noOpRound(client, noOpQueue);
    await answerRound(grants, pool);
    const pairs: { noOps: Round; answers: Round }[] = [];
    while (pairs.length < ROUNDS) pairs.push({ noOps: await noOpRound(client, noOpQueue), answers: await answerRound(grants, pool) });
    return measurements(pairs);
  } finally {
    const exited = once(worker, 'exit');
    worker.disconnect();
    await exited;
    await pool.end();
    await connection.close();
  }
}

function measurements(pairs: readonly { noOps: Round; answers: Round }[]): Measurement[] {
  const median = (of: (pair: (typeof pairs)[number]) => number) => rounded(percentile(pairs.map(of), 0.5));
  const latencies = pairs.flatMap(({ answers }) => answers.latencies);
  const ratio = percentile(
    pairs.map(({ noOps, answers }) => answers.perSecond / noOps.perSecond),
    0.5,
  );
  return [
    { name: `answers to grants, ${LANES} at once`, value: median(({ answers }) => answers.perSecond), unit: '/s' },
    { name: `bare no-op Updates, ${LANES} at once`, value: median(({ noOps }) => noOps.perSecond), unit: '/s' },
    { name: 'answers in the time of a no-op Update, median of the pairs', value: Math.round(ratio * 100) / 100, unit: '×' },
    { name: `answer, ${LANES} at once, p50`, value: rounded(percentile(latencies, 0.5)), unit: 'ms' },
    { name: `answer, ${LANES} at once, p95`, value: rounded(percentile(latencies, 0.95)), unit: 'ms' },
  ];
}

/** New cases, five answers each, then the mails and letters that these caused: delivered meanwhile, waited for outside the measure. */
async function answerRound(grants: GrantsToAnswer, pool: pg.Pool): Promise<Round> {
  const refs = names('bench-grant');
  await inLanes(refs, (ref) => grants.open(ref));
  await effectsDelivered(pool, refs);
  const round = await measured(refs, grants.answers.length, (ref, nth) => grants.answer(ref, nth));
  await effectsDelivered(pool, refs);
  return round;
}

async function noOpRound(client: Client, taskQueue: string): Promise<Round> {
  const ids = names('bench-no-op');
  const update = (id: string) => client.workflow.getHandle(id).executeUpdate(noOpUpdate);
  await inLanes(ids, async (workflowId) => {
    await client.workflow.start(noOp, { workflowId, taskQueue });
    await update(workflowId);
  });
  return measured(ids, ACTS, update);
}

const names = (prefix: string) => Array.from({ length: CASES }, () => `${prefix}-${randomUUID()}`);

async function measured(ids: readonly string[], acts: number, act: (id: string, nth: number) => Promise<unknown>): Promise<Round> {
  const latencies: number[] = [];
  const took = await timed(() =>
    inLanes(ids, async (id) => {
      for (let nth = 0; nth < acts; nth++) latencies.push(await timed(() => act(id, nth)));
    }),
  );
  return { perSecond: (latencies.length * 1_000) / took, latencies };
}

async function inLanes(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<void> {
  const left = [...ids];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) await work(id);
    }),
  );
}

async function noOpWorker(taskQueue: string): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('noop-worker.js', import.meta.url));
  const worker = fork(file, [taskQueue], { execArgv: ['--stack-trace-limit=1'] });
  const died = once(worker, 'exit').then(([code]) => Promise.reject(new Error(`The no-op worker ended (code ${String(code)}).`)));
  await Promise.race([once(worker, 'message'), died]);
  died.catch(() => undefined);
  return worker;
}
