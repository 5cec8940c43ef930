// npm run fuzz [-- --examples 20 --seed 1 --as applicant --only /api/drafts]: requests that nobody would write, over the committed contract,
// against a temporary Jalon with demonstration cases, as several people in turn. Exit code 1 when an answer is a 5xx or outside the contract.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.mjs';
import { endCommands, openLog, run } from './commands.mjs';
import { readEvents } from './fuzz/findings.mjs';
import { knownIds, writeContract, writeSettings } from './fuzz/known-ids.mjs';
import { printReport } from './fuzz/report.mjs';
import { schemathesis } from './fuzz/schemathesis.mjs';
import { install } from './install.mjs';
import { cacheFolder, inRepository, nodeBinary, root } from './places.mjs';
import { endProcess } from './process-identity.mjs';
import { printFailure, step, StepFailure } from './steps.mjs';
import { TemporaryJalon } from './temporary-jalon.mjs';

const nobody = 'personne';
/** Who asks: a role of the demonstration's accounts, or nobody. */
const usual = ['administrator', 'programManager', 'reviewer', 'authority', 'applicant', nobody];
const checks = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance'];
const ending = ['signOut', 'endOwnSession'];

const options = {
  examples: { type: 'string', default: '20' },
  seed: { type: 'string', default: String(randomInt(1_000_000)) },
  as: { type: 'string', multiple: true, default: usual },
  only: { type: 'string' },
};
const { values: wishes } = parseArgs({ options });
const folder = inRepository('.jalon', 'fuzz');
const logs = join(folder, 'logs');
const jalon = new TemporaryJalon(logs);
let fuzzer;
let finishing;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void finish(1));

try {
  const { command, env } = await setUp();
  const results = [];
  for (const role of wishes.as) results.push(await step(`Requêtes de «\u00A0${role}\u00A0»`, () => requestsOf(role, { command, env })));
  const passed = printReport(results);
  if (!passed) console.error(`Journaux\u00A0: ${logs}`);
  console.log(`Pour rejouer\u00A0: npm run fuzz -- --seed ${wishes.seed} --examples ${wishes.examples}`);
  await finish(passed ? 0 : 1);
} catch (error) {
  if (!finishing) printFailure(error);
  await finish(1);
}

async function setUp() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });
  await step('Installation', () => install(logs));
  if (!isBuilt()) await build(join(logs, 'construction.log'));
  const command = await step('schemathesis', () => schemathesis(join(logs, 'schemathesis-installation.log')));
  const env = await step('Jalon temporaire', () => jalon.start({ servers: ['worker', 'back-office'] }));
  const cases = { command: nodeBinary(), args: ['dist/prisma/seed-cases.js'], env, log: join(logs, 'seed.log') };
  await step('Dossiers de démonstration', () => run(cases));
  const contract = JSON.parse(readFileSync(inRepository('apps', 'back-office', 'openapi.json'), 'utf8'));
  const ids = await knownIds(env.MIGRATION_DATABASE_URL);
  writeContract(contract, ids, join(folder, 'openapi.json'));
  writeSettings(contract, ids, join(folder, 'schemathesis.toml'));
  return { command, env };
}

/** Everything that one person asks; resolves to what came back. */
async function requestsOf(role, { command, env }) {
  const cookie = role === nobody ? undefined : await signedIn(role, env.JALON_BASE_URL);
  const events = join(folder, `${role}.ndjson`);
  const args = ['--config-file', join(folder, 'schemathesis.toml'), '--no-color', 'run', join(folder, 'openapi.json')];
  args.push('--url', env.JALON_BASE_URL, '--checks', checks.join(','), '--seed', wishes.seed, '--max-examples', wishes.examples);
  // No links in the contract: the phase that follows them has nothing to do. Two workers trip over each other's sessions.
  args.push('--phases', 'coverage,fuzzing', '--workers', '1', '--continue-on-failure');
  args.push('--generation-database', 'none', '--warnings', 'off');
  args.push('--max-redirects', '0', '--request-timeout', '60', '--report', 'ndjson', '--report-ndjson-path', events);
  // The session that is given, and no invented one in its place.
  args.push('--generation-with-security-parameters', 'false', '--header', 'X-Jalon: 1');
  if (wishes.only) args.push('--include-path-regex', `^${wishes.only}`);
  // Whoever ends their own session asks nothing more: that is left to who has none.
  if (cookie) args.push('--header', `Cookie: ${cookie}`, ...ending.flatMap((id) => ['--exclude-operation-id', id]));
  const code = await fuzz(command, args, openLog(join(logs, `${role}.log`)));
  if (code !== 0 && code !== 1) throw new StepFailure(`schemathesis s’est arrêté (code ${code}).`, { log: join(logs, `${role}.log`) });
  if (cookie && !(await stillSignedIn(cookie, env.JALON_BASE_URL)))
    throw new StepFailure(`La session de «\u00A0${role}\u00A0» s’est fermée en route.`);
  const read = readEvents(readFileSync(events, 'utf8').split('\n'));
  if (code === 1 && read.findings.length + read.errors.length === 0) read.errors.push('schemathesis a échoué sans dire de quoi.');
  return { role, ...read };
}

/** The cookie of the first demonstration account that has this role, signed in as people do. */
async function signedIn(role, baseUrl) {
  const accounts = await (await fetch(`${baseUrl}/api/demonstration/accounts`)).json();
  const account = accounts.find((one) => one.role === role);
  if (!account) throw new StepFailure(`Aucun compte de démonstration n’a le rôle «\u00A0${role}\u00A0».`);
  const [{ FollowingClient }, { signInByProvider }] = await Promise.all(
    ['redirects.js', 'provider-sign-in.js'].map((name) => import(inRepository('dist', 'prisma', name))),
  );
  const client = new FollowingClient();
  await signInByProvider(client, baseUrl, { email: account.email, strong: true });
  return client.cookies(baseUrl);
}

async function stillSignedIn(cookie, baseUrl) {
  return (await fetch(`${baseUrl}/api/session`, { headers: { cookie } })).ok;
}

function fuzz(command, args, output) {
  fuzzer = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], detached: true });
  return new Promise((resolve, reject) => fuzzer.once('close', resolve).once('error', reject));
}

/** Ends every process that was started. */
function finish(code) {
  finishing ??= (async () => {
    endCommands();
    if (fuzzer?.exitCode === null && fuzzer.signalCode === null) await endProcess(fuzzer.pid, 'SIGTERM', 3_000);
    await jalon.stop();
    process.exit(code);
  })();
  return finishing;
}
