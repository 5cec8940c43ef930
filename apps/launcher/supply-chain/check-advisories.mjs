// npm run advisories: fails on a known weakness of moderate severity or more that policy.json does not accept. Needs the network.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRepository } from '../places.mjs';
import { judge } from './advisories.mjs';

const { advisoryExceptions } = JSON.parse(readFileSync(new URL('policy.json', import.meta.url), 'utf8'));
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  cwd: inRepository(),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const report = JSON.parse(stdout || '{}');
if (!report.vulnerabilities) {
  // Not knowing is not the same as knowing nothing: the gate stays shut.
  console.error(`✗ Avis de sécurité non vérifiés : ${report.message ?? report.error?.summary ?? 'le registre n’a pas répondu'}.`);
  console.error(
    '→ Relancez « npm run advisories » là où le registre de paquets donne les avis (registry.npmjs.org, ou un miroir qui les relaie).',
  );
  process.exit(2);
}
const { open, accepted, stale } = judge(report, advisoryExceptions, new Date().toISOString().slice(0, 10));
for (const line of accepted) console.log(`! ${line}`);
for (const line of stale) console.log(`! ${line} : l’exception ne sert plus, retirez-la de apps/launcher/supply-chain/policy.json.`);
for (const line of open) console.error(`✗ ${line}`);
console.log(
  open.length === 0 ? '✓ Aucun avis de sécurité ouvert.' : '→ Mettez le paquet à jour, ou écrivez une exception motivée et datée.',
);
process.exitCode = open.length === 0 && stale.length === 0 ? 0 : 1;
