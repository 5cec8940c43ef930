// Migrations and demonstration data of a running Jalon.
import { existsSync, readdirSync } from 'node:fs';
import { run } from './commands.mjs';
import { inRepository, nodeBinary } from './places.mjs';

/** Applies the migrations that the database does not have yet. */
export async function migrate({ ownerUrl, env, log }) {
  const wanted = migrationNames();
  const applied = await query(ownerUrl, 'SELECT migration_name AS value FROM _prisma_migrations WHERE finished_at IS NOT NULL');
  // Asking the table takes milliseconds, Prisma's command more than a second at every start.
  if (wanted.every((name) => applied.includes(name))) return 'à jour';
  const advice = 'La base est restée dans son état précédent ; npm start -- --fresh recommence à vide.';
  await run({ command: 'prisma', args: ['migrate', 'deploy'], env, log, advice });
  return `${wanted.length - applied.length} appliquée(s)`;
}

/** Loads the demonstration data into an empty database. */
export async function seed({ ownerUrl, env, log }) {
  const people = await query(ownerUrl, 'SELECT id AS value FROM person LIMIT 1');
  if (people.length > 0) return 'déjà là';
  await run({ command: nodeBinary(), args: ['dist/prisma/seed.js'], env, log });
  return undefined;
}

/**
 * Plays the demonstration cases through the API of the running application, and goes on when that was interrupted: its last act closes the
 * call that some of them were filed into.
 */
export async function seedCases({ ownerUrl, env, log }) {
  const played = `SELECT id AS value FROM call WHERE status IN ('closed', 'settled')
    AND EXISTS (SELECT FROM case_file WHERE call_id = call.id) LIMIT 1`;
  if ((await query(ownerUrl, played)).length > 0) return 'déjà là';
  await run({ command: nodeBinary(), args: ['dist/prisma/seed-cases.js'], env, log });
  return undefined;
}

/** The note that is written last (`prisma/demonstration/journeys/notes.ts`). */
const lastLoaded = 'b12624b3-ad60-5e63-8dc7-85eb9d3ff9bc';

/** Loads the cases whose past was rehearsed, with their bar on the screen; goes on when that was interrupted. */
export async function loadHistories({ ownerUrl, env, log }) {
  if ((await query(ownerUrl, `SELECT id AS value FROM note WHERE id = '${lastLoaded}'`)).length > 0) return 'déjà là';
  await run({ command: nodeBinary(), args: ['dist/prisma/demonstration/load.js'], env, log, shown: true });
  return undefined;
}

function migrationNames() {
  const folder = inRepository('prisma', 'migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** The column `value` of each row; no row when the table is not there yet. */
async function query(connectionString, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows.map((row) => row.value);
  } catch (error) {
    if (error.code === '42P01') return [];
    throw error;
  } finally {
    await client.end();
  }
}
