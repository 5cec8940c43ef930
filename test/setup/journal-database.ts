import pg from 'pg';
import { commit } from '#activities/journal/commit.js';
import type { Fault } from '#activities/journal/fault.js';
import { rebuild } from '#activities/journal/rebuild.js';
import { verify } from '#activities/journal/verify.js';
import type { CommitBatch } from '#workflows/kit/messages.js';
import { testKeys } from '../builders/codec-keys.js';
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
  commit(batch: CommitBatch): Promise<void>;
  /** Takes away every trace of a case, as only a superuser can. */
  erase(ref: string): Promise<void>;
  faults(): Promise<Fault[]>;
  /** What a superuser does who goes past every trigger. */
  forge(sql: string, ...values: readonly unknown[]): Promise<void>;
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
  const forge = async (sql: string, ...values: readonly unknown[]) => {
    await admin.query(`SET session_replication_role = 'replica'`);
    await admin.query(sql, [...values]);
    await admin.query('RESET session_replication_role');
  };
  return {
    appUrl,
    pool,
    owner,
    admin,
    commit: (batch) => commit(pool, testKeys, batch),
    forge,
    async erase(ref) {
      for (const table of ['task', 'wait', 'measure', 'journal', 'record', 'case_key'])
        await forge(`DELETE FROM ${table} WHERE case_ref = $1`, ref);
      await forge('DELETE FROM case_file WHERE ref = $1', ref);
    },
    faults: async () => {
      const client = await pool.connect();
      try {
        return await collected(verify(client, testKeys));
      } finally {
        client.release();
      }
    },
    rebuilt: () => collected(rebuild(pool, testKeys)),
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
