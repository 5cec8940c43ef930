// npm run bench [-- kit | journal | forecast | engine | inbox]: what Jalon costs on this machine. Each part has its own database, servers and process.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { build, isBuilt } from './build.mjs';
import { endCommands, run } from './commands.mjs';
import { gigabytes, table } from './french.mjs';
import { install } from './install.mjs';
import { cacheFolder, inRepository, nodeBinary, root, withLocalCommands } from './places.mjs';
import { endProcess } from './process-identity.mjs';
import { printFailure, step } from './steps.mjs';
import { TemporaryJalon } from './temporary-jalon.mjs';

/** The benches of each part, and the servers that they need; no `servers`, no database. */
const parts = {
  kit: { benches: ['calendar', 'rehearsal'] },
  journal: { benches: ['journal'], servers: [] },
  forecast: { benches: ['forecast'], servers: [] },
  engine: { benches: ['engine'], servers: ['worker'] },
  inbox: { benches: ['inbox'], servers: ['back-office'] },
};

const selection = process.argv.slice(2);
const unknown = selection.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`Partie inconnue : ${unknown.join(', ')}. Usage : npm run bench -- [${Object.keys(parts).join(' | ')}]`);
  process.exit(2);
}

const folder = inRepository('.jalon', 'bench');
const logs = join(folder, 'logs');
const jalon = new TemporaryJalon(logs);
let measuring;
let finishing;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void finish(1));

try {
  await setUp();
  const machine = machineNow();
  const results = [];
  for (const part of selection.length > 0 ? selection : Object.keys(parts)) results.push(...(await measure(part)));
  report(machine, results);
  await finish(0);
} catch (error) {
  if (!finishing) printFailure(error);
  await finish(1);
}

async function setUp() {
  mkdirSync(logs, { recursive: true });
  mkdirSync(cacheFolder, { recursive: true });
  await step('Installation', () => install(logs));
  if (!isBuilt()) await build(join(logs, 'construction.log'));
  // Beside the product's own build, which the benches import as it runs in production: see bench/tsconfig.json.
  await step('Compilation des mesures', () =>
    run({ command: 'tsc', args: ['-p', 'bench/tsconfig.json'], log: join(logs, 'construction.log') }),
  );
}

/** Runs one part in a process of the pinned Node; its lines are `{ part, name, value, unit }`. */
async function measure(part) {
  const { benches, servers } = parts[part];
  const file = join(folder, `.${process.pid}-${part}.json`);
  const env = servers ? await step(`Serveurs pour « ${part} »`, async () => jalon.start({ servers })) : {};
  try {
    await step(`Mesures « ${part} »`, async () => {
      measuring = spawn(nodeBinary(), ['dist/measures/bench/main.js', file, ...benches], {
        cwd: root,
        env: withLocalCommands({ ...process.env, ...env }),
        stdio: ['ignore', 'inherit', 'inherit'],
        detached: true,
      });
      const code = await new Promise((resolve) => measuring.once('close', resolve));
      if (code !== 0) throw new Error(`Les mesures se sont arrêtées (code ${code}). Journaux des serveurs : ${logs}`);
    });
    return JSON.parse(readFileSync(file, 'utf8')).map((result) => ({ part, ...result }));
  } finally {
    rmSync(file, { force: true });
    await jalon.stop();
  }
}

function machineNow() {
  const processors = cpus();
  const [load] = loadavg();
  return { processor: processors[0]?.model.trim() ?? '', cores: processors.length, memoryBytes: totalmem(), node: nodeVersion(), load };
}

/** Of the Node that measures, which need not be this one. */
function nodeVersion() {
  return JSON.parse(readFileSync(inRepository('package.json'), 'utf8')).dependencies.node;
}

function report(machine, results) {
  const at = new Date().toISOString();
  const file = join(folder, `${at.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ at, machine, results }, null, 2)}\n`);
  const { processor, cores, memoryBytes, node, load } = machine;
  console.log(`\n${cores} cœurs (${processor}), ${gigabytes(memoryBytes)}, Node ${node}, charge au début ${load.toFixed(1)}\n`);
  console.log(table([['Mesure', 'Valeur', 'Unité'], ...results.map(({ name, value, unit }) => [name, value, unit])]));
  console.log(`\nRésultats : ${file}`);
}

/** Ends every process that was started. */
function finish(code) {
  finishing ??= (async () => {
    endCommands();
    if (measuring?.exitCode === null && measuring.signalCode === null) await endProcess(measuring.pid, 'SIGTERM', 3_000);
    await jalon.stop();
    process.exit(code);
  })();
  return finishing;
}
