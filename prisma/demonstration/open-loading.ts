import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { readCodecKeys } from '#activities/codec/codec-keys.js';
import { dataConverter } from '#activities/codec/data-converter.js';
import type { Loading } from '#activities/demonstration/loading.js';
import { filePlace, openFileStore } from '#activities/documents/open-file-store.js';
import { readServiceContact } from '#activities/service-contact.js';
import { PrismaClient } from '../generated/client.js';

/** Opens what loading writes into, as the environment of a worker names it; closes it afterwards. */
export async function withLoading<T>(env: NodeJS.ProcessEnv, use: (loading: Loading) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233' });
  const keys = readCodecKeys(env.JALON_CODEC_KEYS ?? '');
  const namespace = env.TEMPORAL_NAMESPACE ?? 'default';
  try {
    return await use({
      pool,
      keys,
      prisma,
      files: openFileStore(filePlace(env)),
      service: readServiceContact(env.JALON_SERVICE),
      temporal: new Client({ connection, namespace, dataConverter: dataConverter(keys) }),
      taskQueue: env.TEMPORAL_TASK_QUEUE ?? 'jalon',
    });
  } finally {
    await connection.close();
    await prisma.$disconnect();
    await pool.end();
  }
}
