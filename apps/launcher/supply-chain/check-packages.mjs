// Part of npm run check, without network: every locked package has a digest and a licence that the policy lets in.
import { readFileSync } from 'node:fs';
import { licenceFaults } from './licences.mjs';
import { lockedPackages } from './locked-packages.mjs';

const policy = JSON.parse(readFileSync(new URL('policy.json', import.meta.url), 'utf8'));
const packages = lockedPackages();
const unsigned = packages.filter(({ integrity }) => !integrity).map(({ name, version }) => `${name} ${version} : sans empreinte`);
const faults = [...unsigned, ...licenceFaults(packages, policy)];
for (const line of faults) console.error(`✗ ${line}`);
console.log(
  faults.length === 0
    ? `✓ ${packages.length} paquets : empreintes et licences en ordre.`
    : '→ La règle est dans apps/launcher/supply-chain/policy.json.',
);
process.exitCode = faults.length === 0 ? 0 : 1;
