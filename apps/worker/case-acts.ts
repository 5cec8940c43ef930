import { Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { dataConverter } from '#activities/codec/data-converter.js';
import type { Surroundings } from '#activities/effects/surroundings.js';
import { updates } from '#workflows/kit/messages.js';
import type { Environment } from './environment.js';

type Settings = Pick<Environment, 'TEMPORAL_NAMESPACE' | 'JALON_CODEC_KEYS'>;

/** How long an act may take to get through; it is tried again with the same key, and a worker that leaves does not wait longer. */
const patienceMs = 10_000;

/** Brings acts to running cases. */
export const caseActs =
  ({ TEMPORAL_NAMESPACE: namespace, JALON_CODEC_KEYS }: Settings, connect: () => Promise<NativeConnection>): Surroundings['act'] =>
  async (ref, request) => {
    const client = new Client({ connection: await connect(), namespace, dataConverter: dataConverter(JALON_CODEC_KEYS) });
    await client.withDeadline(Date.now() + patienceMs, () =>
      client.workflow.getHandle(ref).executeUpdate(updates.act, { updateId: request.key, args: [request] }),
    );
  };
