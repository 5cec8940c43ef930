// npm run check: everything but the tests that a change must pass. Each check runs, whatever the others say.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { build, isBuilt } from './build.mjs';
import { seconds, table } from './french.mjs';
import { inRepository, withLocalCommands } from './places.mjs';
import { printFailure, StepFailure } from './steps.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

const scripts = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')).scripts;
const cruised = ['apps', 'workflows', 'activities', 'prisma', 'test'].filter((folder) => existsSync(inRepository(folder)));

const checks = [
  ['Types', () => command('tsc', '--noEmit', '--incremental', 'false', '-p', 'tsconfig.json')],
  ['Types du web', () => command('tsc', '--noEmit', '-p', 'apps/web/tsconfig.json')],
  ['Règles (eslint)', () => command('eslint', '.', '--max-warnings', '0')],
  ['Mise en forme (prettier)', () => command('prettier', '--check', '--log-level', 'warn', '.')],
  ['Loi des importations', () => command('depcruise', '--config', '.dependency-cruiser.mjs', ...cruised)],
  ['Code mort (knip)', () => command('knip', '--no-progress')],
  ['Verrou des paquets', () => command('npm', 'ci', '--dry-run', '--ignore-scripts', '--loglevel', 'error')],
  ['Empreintes et licences', () => node('apps/launcher/supply-chain/check-packages.mjs')],
  ['Secrets', () => command('secretlint', '--secretlintignore', '.gitignore', '**/*')],
  ['Dérive du schéma', schemaDrift],
  ['Construction', () => isBuilt() || build().then(() => true)],
  ['Dérive d’OpenAPI', openapiDrift],
  ['Révisions gelées', () => script('revisions:check')],
];

const rows = [['Contrôle', 'Résultat', 'Durée']];
let failures = 0;
for (const [title, check] of checks) {
  console.log(`\n── ${title}`);
  const begin = Date.now();
  let passed = false;
  try {
    passed = await check();
  } catch (error) {
    printFailure(error);
  }
  if (!passed) failures += 1;
  rows.push([title, passed ? '✓' : '✗ à corriger', seconds(Date.now() - begin)]);
}
console.log(`\n${table(rows)}`);
process.exitCode = failures === 0 ? 0 : 1;

function command(name, ...args) {
  return exitCode(name, args) === 0;
}

function node(script) {
  return exitCode(process.execPath, [script]) === 0;
}

/** A script of package.json; one that is missing is a failed check, with its name. */
function script(name) {
  if (!scripts[name]) throw new StepFailure(`Le script « ${name} » manque dans package.json.`);
  return command('npm', 'run', '--silent', name);
}

function exitCode(name, args, env = {}) {
  const result = spawnSync(name, args, {
    cwd: inRepository(),
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...withLocalCommands(), ...env },
  });
  if (result.error) console.error(result.error.message);
  return result.status;
}

/** The migrations, replayed on an empty database, must give exactly prisma/schema.prisma. */
async function schemaDrift() {
  const database = await temporaryDatabase();
  try {
    const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'];
    return exitCode('prisma', args, database.env) === 0;
  } finally {
    await database.stop();
  }
}

/** The committed OpenAPI document must be the one that the code gives. */
function openapiDrift() {
  const file = inRepository('apps', 'back-office', 'openapi.json');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!script('openapi')) return false;
  if (readFileSync(file, 'utf8') === before) return true;
  console.error('apps/back-office/openapi.json a changé : relisez-le et joignez-le à votre modification.');
  return false;
}
