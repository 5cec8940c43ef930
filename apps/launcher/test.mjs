// npm test: all the set-up that the specs need, on a fresh clone too, then Jest; arguments are passed on to it.
// The last line is always `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, isBuilt } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { endCommands, run } from './commands.mjs';
import { install } from './install.mjs';
import { cacheFolder, inRepository, nodeBinary, root, withLocalCommands } from './places.mjs';
import { endProcess } from './process-identity.mjs';
import { printFailure, step } from './steps.mjs';
import { findTemporalCli, findTestServer } from './temporal-binaries.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

const logs = inRepository('.jalon', 'test-logs');
const reportFile = inRepository('.jalon', `test-report-${process.pid}.json`);
const selection = process.argv.slice(2);
let database;
let jest;
let finishing;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void finish({ passed: 0, failed: 1 }, 'Interrompu.'));
}

try {
  mkdirSync(cacheFolder, { recursive: true });
  await step('Installation', () => install(logs));
  await finish(await runJest(await setUp()));
} catch (error) {
  printFailure(error);
  await finish({ passed: 0, failed: 1 });
}

/** What the specs are told; see apps/launcher/README.md. */
async function setUp() {
  await step('Client Prisma', () => run({ command: 'prisma', args: ['generate'], log: `${logs}/prisma.log` }));
  await step('PostgreSQL et migrations', async () => {
    database = await temporaryDatabase();
  });
  const env = { ...database.env, NODE_ENV: 'test' };
  await step('Serveurs Temporal', async () => {
    env.TEMPORAL_TEST_SERVER = await findTestServer();
    env.TEMPORAL_CLI = await findTemporalCli();
  });
  if (needsBrowser()) {
    await step('Navigateur', async () => (env.CHROMIUM_PATH = await findChromium()));
    if (!isBuilt()) await build(`${logs}/construction.log`);
  }
  return env;
}

/** Browser specs run against a built application; a selection of other folders can do without. */
function needsBrowser() {
  const paths = selection.filter((argument) => !argument.startsWith('-'));
  const browser = 'test/browser/';
  return (
    existsSync(inRepository(browser)) &&
    (paths.length === 0 || paths.some((path) => browser.startsWith(path) || path.includes(browser.slice(0, -1))))
  );
}

async function runJest(env) {
  const jestFile = inRepository('node_modules', 'jest', 'bin', 'jest.js');
  const args = ['-c', 'test/jest.config.mjs', '--maxWorkers=2', '--json', `--outputFile=${reportFile}`, ...selection];
  console.log(`\nJest ${selection.join(' ')}`);
  // The report on standard output would repeat the file; what people read goes to standard error.
  jest = spawn(nodeBinary(), [jestFile, ...args], {
    cwd: root,
    env: withLocalCommands({ ...process.env, ...env }),
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const code = await new Promise((resolve) => jest.once('close', resolve));
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, reason: `Jest s’est arrêté sans compte rendu (code ${code}).` };
  return count(JSON.parse(readFileSync(reportFile, 'utf8')), code);
}

/** A test that is skipped or to be written counts as failed: nothing is left out in silence. */
function count(report, code) {
  const left = report.testResults.flatMap((suite) =>
    suite.assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  );
  // A narrowing by name leaves the others out on purpose.
  const narrowed = selection.some((argument) => argument === '-t' || argument.startsWith('--testNamePattern'));
  const omitted = narrowed ? [] : left;
  for (const name of omitted) console.error(`✗ Écarté, donc compté comme un échec : ${name}`);
  let failed = report.numFailedTests + report.numRuntimeErrorTestSuites + omitted.length;
  if (code !== 0 && failed === 0) failed = 1;
  if (report.numPassedTests === 0 && failed === 0) return { passed: 0, failed: 1, reason: 'Aucun essai trouvé.' };
  return { passed: report.numPassedTests, failed };
}

/** Ends every process that was started, then says the result. */
function finish({ passed, failed, reason }, message = reason) {
  finishing ??= (async () => {
    endCommands();
    if (jest?.exitCode === null && jest.signalCode === null) await endProcess(jest.pid, 'SIGTERM', 3_000);
    await database?.stop();
    rmSync(reportFile, { force: true });
    if (message) console.error(message);
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 ? 0 : 1);
  })();
  return finishing;
}
