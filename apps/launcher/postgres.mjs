// A real PostgreSQL from an npm package: `initdb` once, then one `postgres` process on a loopback port.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, unlinkSync, writeFileSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isAlive } from './process-identity.mjs';
import { postgresBinaries, postgresUser } from './postgres-place.mjs';

/** Durability is for data that must survive: a temporary cluster gives it up and is three times as fast. */
const forgetful = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Creates the cluster in `folder` unless one is there. The superuser is `postgres`, its password is checked by SCRAM. */
export function initialiseCluster(folder, password) {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const user = postgresUser();
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const locale = systemLocale();
  const options = ['--encoding=UTF8', '--username=postgres', '--auth=scram-sha-256', '--locale-provider=icu', '--icu-locale=fr-FR'];
  const result = spawnSync(
    join(postgresBinaries(user), 'initdb'),
    [...options, `--pgdata=${folder}`, `--locale=${locale}`, `--lc-messages=C`, `--pwfile=${passwordFile}`],
    {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: locale },
    },
  );
  unlinkSync(passwordFile);
  if (result.status !== 0) {
    rmSync(join(folder, 'PG_VERSION'), { force: true });
    throw new Error(`initdb a échoué : ${result.error?.message ?? result.stderr}`);
  }
}

/**
 * Starts `postgres`; it leads its own process group, so that a Ctrl-C in the terminal reaches the launcher alone.
 * @param {{ folder: string, port: number, log: number | 'ignore' | 'inherit', temporary?: boolean }} options
 */
export function startPostgres({ folder, port, log, temporary = false }) {
  const user = postgresUser();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return spawn(join(postgresBinaries(user), 'postgres'), ['-D', folder, ...flags, ...(temporary ? forgetful : [])], {
    ...user,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: systemLocale() },
  });
}

/**
 * After a `kill -9` a `postmaster.pid` stays behind. If its process still runs on this folder it is ended; otherwise the
 * file is removed: its number may belong to an unrelated process by now, and PostgreSQL would then refuse to start.
 */
export async function clearStaleCluster(folder) {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, itsFolder] = readFileSync(file, 'utf8').split('\n');
  if (itsFolder === folder && isAlive(Number(pid)) && runsPostgres(Number(pid), folder)) await endProcess(Number(pid), 'SIGINT');
  rmSync(file, { force: true });
}

function runsPostgres(pid, folder) {
  const command =
    spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return command.includes('postgres') && command.includes(folder);
}

/** Resolves once a client can speak to `port`; rejects when `child` ends before, or after `timeoutMs`. */
export async function postgresReady(url, child, timeoutMs = 30_000) {
  const { default: pg } = await import('pg');
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('PostgreSQL s’est arrêté au démarrage.');
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL ne répond pas : ${error.message}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A UTF-8 locale of the system: ICU sorts, but the trigram index still asks the system what a letter is. */
function systemLocale() {
  const known = (spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '').split(/\r?\n/);
  return known.find((name) => /^(C|fr_FR|en_US)\.utf-?8$/i.test(name)) ?? 'C';
}
