// The five servers of a running Jalon: how each is started, and when it is ready.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { inData, nodeBinary, root, withLocalCommands } from './places.mjs';
import { clearStaleCluster, postgresReady, startPostgres } from './postgres.mjs';

/** A loaded machine starts slowly; past this something is wrong. */
const patienceMs = 90_000;

/** @returns {import('./supervisor.mjs').Service} */
export function postgresService({ folder, port, adminUrl }) {
  return {
    name: 'postgresql',
    title: 'PostgreSQL',
    stopSignal: 'SIGINT', // "fast": ends sessions, writes a checkpoint
    before: () => clearStaleCluster(folder),
    start: (log) => startPostgres({ folder, port, log }),
    ready: (child) => postgresReady(adminUrl, child),
    advice: 'Si les données sont abîmées : npm start -- --fresh recommence à vide.',
  };
}

/** Temporal's development server: the same engine as in production, on one SQLite file. */
export function temporalService({ cli, port, uiPort, file = inData('temporal.db') }) {
  const dynamicConfig = {
    // One partition a queue: this server has one process, more only cost.
    'matching.numTaskqueueReadPartitions': '1',
    'matching.numTaskqueueWritePartitions': '1',
    // Fast-forwarding one case on the demonstration server.
    'frontend.WorkflowTimeSkippingEnabled': 'true',
    'history.timerProcessorMaxTimeShift': '"5ms"',
  };
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${port}`, '--ui-port', `${uiPort}`, '--ui-disable-news-fetch'];
  args.push('--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--log-level', 'warn');
  for (const [key, value] of Object.entries(dynamicConfig)) args.push('--dynamic-config-value', `${key}=${value}`);
  return {
    name: 'temporal',
    title: 'Temporal',
    start: (log) => spawn(cli, args, { detached: true, stdio: ['ignore', log, log] }),
    ready: () => answers(() => opens(port)),
    advice: 'Un autre serveur peut servir : TEMPORAL_ADDRESS=hôte:port npm start.',
  };
}

/** The process that runs workflows and activities; it says on its own port when it polls. */
export function workerService({ env, port }) {
  return {
    name: 'worker',
    title: 'L’exécutant',
    // Every promise of a workflow captures a stack: one frame is enough there, and costs a quarter less.
    start: (log) => startNode(['--stack-trace-limit=1', 'dist/apps/worker/main.js'], env, log),
    ready: () => answers(() => respondsOk(`http://127.0.0.1:${port}/health`)),
    advice: 'Le journal ci-dessus dit pourquoi ; après une correction, relancez npm start.',
  };
}

/** The back office, which also serves the web application. */
export function backOfficeService({ env, port }) {
  return {
    name: 'back-office',
    title: 'Le serveur web',
    start: (log) => startNode(['--enable-source-maps', 'dist/apps/back-office/main.js'], env, log),
    ready: () => answers(() => respondsOk(`http://127.0.0.1:${port}/api/health`)),
    advice: 'Le journal ci-dessus dit pourquoi ; après une correction, relancez npm start.',
  };
}

/** The demonstration's own OpenID provider: one account for each persona, in ProConnect's place. */
export function identityProviderService({ env, port }) {
  return {
    name: 'identity-provider',
    title: 'Le fournisseur d’identité',
    start: (log) => startNode(['dist/apps/identity-provider/main.js'], env, log),
    ready: () => answers(() => respondsOk(`http://127.0.0.1:${port}/health`)),
    advice: 'Le journal ci-dessus dit pourquoi ; après une correction, relancez npm start.',
  };
}

function startNode(args, env, log) {
  return spawn(nodeBinary(), args, {
    cwd: root,
    env: withLocalCommands({ ...process.env, ...env }),
    detached: true,
    stdio: ['ignore', log, log],
  });
}

/** Resolves once `question` is answered by true. */
async function answers(question) {
  const deadline = Date.now() + patienceMs;
  while (!(await question())) {
    if (Date.now() > deadline) throw new Error('Pas de réponse après 90 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function respondsOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

function opens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
