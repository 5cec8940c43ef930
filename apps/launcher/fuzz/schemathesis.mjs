// The fuzzer, from the Python registry: pinned versions, each held to its digest, in a virtual environment of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../commands.mjs';
import { cacheFolder, inRepository } from '../places.mjs';
import { StepFailure } from '../steps.mjs';

const requirements = inRepository('apps', 'launcher', 'fuzz', 'requirements.txt');
const oldest = [3, 11];
const windows = process.platform === 'win32';

/**
 * The command `schemathesis`, installed once for each state of the requirements.
 * @param {string} log
 * @returns {Promise<string>} its path
 */
export async function schemathesis(log) {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `schemathesis-${digest}`);
  const command = (name) => join(folder, windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return command('schemathesis');

  const python = findPython();
  rmSync(folder, { recursive: true, force: true });
  const advice = {
    venv: 'Le module « venv » de Python manque peut-être (paquet python3-venv).',
    pip: 'Vérifiez l’accès au registre Python (PIP_INDEX_URL, proxy), puis relancez la même commande.',
  };
  await run({ command: python, args: ['-m', 'venv', folder], log, advice: advice.venv });
  const args = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--only-binary', ':all:', '-r', requirements];
  await run({ command: command('python'), args, log, advice: advice.pip });
  writeFileSync(complete, '');
  return command('schemathesis');
}

function findPython() {
  for (const name of ['python3', 'python', ...(windows ? ['py'] : [])]) {
    const { status, stdout } = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [major, minor] = stdout.trim().split(' ').map(Number);
    if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return name;
  }
  throw new StepFailure(`Python ${oldest.join('.')} ou plus récent manque\u00A0: schemathesis est écrit en Python.`, {
    advice: 'Installez-le (https://www.python.org), puis relancez la même commande.',
  });
}
