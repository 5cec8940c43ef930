// A PostgreSQL that lives as long as one command: for tests, for drift checks, for trying things out.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRepository, withLocalCommands } from './places.mjs';
import { prepareDatabase } from './database.mjs';
import { freePort } from './ports.mjs';
import { removeFolder, temporaryPostgresFolder } from './postgres-place.mjs';
import { initialiseCluster, postgresReady, startPostgres } from './postgres.mjs';
import { endProcess } from './process-identity.mjs';

const password = 'temporary';

/**
 * Starts a temporary cluster with the database `jalon`, its roles and its migrations.
 * @returns {Promise<{ env: Record<string, string>, adminUrl: string, stop: () => Promise<void> }>}
 */
export async function temporaryDatabase() {
  const folder = temporaryPostgresFolder();
  let server;
  // Interrupted before it could be handed over, or by a crash of this process: nothing may stay behind.
  const atExit = () => {
    server?.kill('SIGKILL');
    removeFolder(folder);
  };
  process.once('exit', atExit);
  initialiseCluster(folder, password);
  const port = await freePort();
  server = startPostgres({ folder, port, log: 'ignore', temporary: true });
  const stop = async () => {
    await endProcess(server.pid, 'SIGINT');
    removeFolder(folder);
    process.removeListener('exit', atExit);
  };
  try {
    const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
    await postgresReady(adminUrl, server);
    const { ownerUrl, appUrl } = await prepareDatabase({ adminUrl, ownerPassword: password, appPassword: password });
    const env = { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl, TEST_DATABASE_ADMIN_URL: adminUrl };
    migrate(env);
    return { env, adminUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Applies the committed migrations as the owner; before the first one exists there is nothing to do. */
function migrate(env) {
  if (!existsSync(inRepository('prisma', 'migrations'))) return;
  const result = spawnSync('prisma', ['migrate', 'deploy'], {
    cwd: inRepository(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...withLocalCommands(), ...env },
  });
  if (result.status !== 0) throw new Error(`Les migrations ont échoué :\n${result.error?.message ?? ''}${result.stdout}${result.stderr}`);
}
