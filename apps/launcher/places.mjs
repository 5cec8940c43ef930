// Where things lie: the repository, its data folder, and the folder shared by starts and tests for downloaded binaries.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the repository. */
export const inRepository = (...parts) => join(root, ...parts);

/** The data of a running Jalon: database, files, logs, secrets, ports. */
export const dataFolder = process.env.JALON_DATA ? resolve(process.env.JALON_DATA) : inRepository('.jalon', 'data');

/** A path inside the data folder. */
export const inData = (...parts) => join(dataFolder, ...parts);

/** Binaries fetched once for this clone; `--fresh` leaves them alone. */
export const cacheFolder = inRepository('.jalon', 'cache');

/**
 * The Node that runs everything but the launcher: the one that the lockfile pins, or this one when the package `node`
 * could not install its binary (`--ignore-scripts`, an exotic platform).
 */
export function nodeBinary() {
  const pinned = inRepository('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** An environment in which `node`, `npx` and the packages' commands are the repository's own. */
export function withLocalCommands(env = process.env) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...env, PATH: [inRepository('node_modules', '.bin'), env.PATH].join(separator) };
}
