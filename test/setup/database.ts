import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** One database for one spec, with every migration applied and no row. */
export interface TestDatabase {
  /** As the application: reads and writes rows, cannot alter tables. */
  appUrl: string;
  /** As the owner of the schema. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/**
 * Copies the migrated template that `npm test` and `npm run db:scratch` prepare; about a tenth of a second.
 * Call it in `beforeAll`, and `drop` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const [adminUrl, appUrl, ownerUrl] = ['TEST_DATABASE_ADMIN_URL', 'DATABASE_URL', 'MIGRATION_DATABASE_URL'].map(required) as [
    string,
    string,
    string,
  ];
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // A template may be copied only while nobody is connected to it: two specs that start together take turns.
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', ['jalon template']);
    await admin.query(`CREATE DATABASE ${name} OWNER jalon_owner TEMPLATE jalon STRATEGY FILE_COPY`);
  });
  return {
    appUrl: withName(appUrl, name),
    ownerUrl: withName(ownerUrl, name),
    drop: () => asAdmin(adminUrl, (admin) => dropOnceLeft(admin, name)),
  };
}

/** A pool says that it has ended before the server has seen its last connection close; one cut off would fail its spec. */
async function dropOnceLeft(admin: pg.Client, name: string): Promise<void> {
  for (let look = 0; look < 200; look++) {
    const { rows } = await admin.query<{ left: boolean }>('SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = $1) AS left', [
      name,
    ]);
    if (rows[0]?.left) break;
    await setTimeout(25);
  }
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
}

function withName(url: string, name: string): string {
  const result = new URL(url);
  result.pathname = `/${name}`;
  return result.toString();
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this spec by "npm test -- <path>" or "npm run db:scratch -- npx jest …"`);
  return value;
}

async function asAdmin(url: string, use: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await use(admin);
  } finally {
    await admin.end();
  }
}
