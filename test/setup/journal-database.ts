import pg from 'pg';
import type { Fault } from '#activities/journal/fault.js';
import { rebuild } from '#activities/journal/rebuild.js';
import { verify } from '#activities/journal/verify.js';
import { createTestDatabase } from './database.js';

/** A database for one spec, as each of those who reach it. */
export interface JournalDatabase {
  readonly appUrl: string;
  /** As the application. */
  readonly pool: pg.Pool;
  /** As the owner of the schema. */
  readonly owner: pg.Client;
  /** As the superuser, who can do anything and is found out. */
  readonly admin: pg.Client;
  faults(): Promise<Fault[]>;
  rebuilt(): Promise<Fault[]>;
  drop(): Promise<void>;
}

export async function journalDatabase(): Promise<JournalDatabase> {
  const { appUrl, ownerUrl, drop } = await createTestDatabase();
  const adminUrl = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? '');
  adminUrl.pathname = new URL(appUrl).pathname;
  const pool = new pg.Pool({ connectionString: appUrl });
  const owner = new pg.Client({ connectionString: ownerUrl });
  const admin = new pg.Client({ connectionString: adminUrl.toString() });
  await Promise.all([owner.connect(), admin.connect()]);
  return {
    appUrl,
    pool,
    owner,
    admin,
    faults: async () => {
      const client = await pool.connect();
      try {
        return await collected(verify(client));
      } finally {
        client.release();
      }
    },
    rebuilt: () => collected(rebuild(pool)),
    drop: async () => {
      await Promise.all([pool.end(), owner.end(), admin.end()]);
      await drop();
    },
  };
}

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const result: T[] = [];
  for await (const one of all) result.push(one);
  return result;
}
