// npm run inventory: what a release is made of. Writes dist/inventory/sbom.cdx.json (CycloneDX) and licences.csv, without network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRepository } from '../places.mjs';
import { licenceList } from './licences.mjs';
import { lockedPackages } from './locked-packages.mjs';

const folder = inRepository('dist', 'inventory');
mkdirSync(folder, { recursive: true });
const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'], {
  cwd: inRepository(),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const bom = JSON.parse(stdout);
writeFileSync(inRepository('dist', 'inventory', 'sbom.cdx.json'), `${JSON.stringify(bom, null, 2)}\n`);
const served = lockedPackages().filter(({ development }) => !development);
const rows = licenceList(served).flatMap(({ licence, packages }) => packages.map((name) => `${licence};${name}`));
writeFileSync(inRepository('dist', 'inventory', 'licences.csv'), `licence;paquet\n${rows.join('\n')}\n`);
console.log(`✓ ${bom.components.length} composants (${bom.bomFormat} ${bom.specVersion}) : dist/inventory/sbom.cdx.json, licences.csv`);
