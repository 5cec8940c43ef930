// Packages: installed when they are not those of the lockfile.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.mjs';
import { inRepository } from './places.mjs';

/**
 * Whether node_modules holds exactly what package-lock.json says. npm notes what it has put there in a lockfile of its own,
 * written last: an install that was interrupted has none. Packages for other platforms are rightly missing.
 */
export function isInstalled() {
  const installedFile = inRepository('node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(inRepository('package-lock.json'))).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

/** `npm ci`, when needed. */
export async function install(logs) {
  if (isInstalled()) return 'déjà faite';
  const npm = (args, advice) =>
    run({
      command: 'npm',
      args: [...args, '--include=dev', '--no-audit', '--no-fund'],
      log: join(logs, 'installation.log'),
      // Under `npm start` the outer npm hands its own settings down; those of production would leave the compiler out.
      env: { NODE_ENV: 'development' },
      advice,
    });
  try {
    await npm(['ci']);
  } catch {
    // A mirror may lack packages for other platforms, and `npm ci` then refuses a lockfile that is good for this one.
    await npm(
      ['install', '--no-save'],
      'Vérifiez l’accès au registre npm (proxy, .npmrc) et l’espace disque, puis relancez la même commande.',
    );
  }
}
