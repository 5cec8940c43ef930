// What package-lock.json says of each package: the one truth of what is installed.
import { existsSync, readFileSync } from 'node:fs';
import { inRepository } from '../places.mjs';

/** @returns {{ name: string, version: string, licence: string, integrity: string | undefined, development: boolean }[]} */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(inRepository('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && !link)
    .map(([path, { version, license, integrity, dev }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? declaredLicence(path) ?? 'inconnue',
      integrity,
      development: dev === true,
    }));
}

/** Old packages write their licence in their own file in a way that the lockfile leaves out. */
function declaredLicence(path) {
  const file = inRepository(path, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const [first] = licenses;
  return license?.type ?? license ?? first?.type;
}
