// Keeps the servers running: starts them in order, restarts one that dies, stops all in reverse order.
import { closeSync } from 'node:fs';
import { openLog } from './commands.mjs';
import { seconds } from './french.mjs';
import { inData } from './places.mjs';
import { endProcess } from './process-identity.mjs';
import { noteProcess } from './run-state.mjs';
import { printTail, StepFailure } from './steps.mjs';

/** A restart waits 0.25 s, then twice as long at each death in a row, up to 30 s. */
const firstDelayMs = 250;
const longestDelayMs = 30_000;
/** A process that has lived this long starts over with the short wait. */
const healthyAfterMs = 60_000;
/** After so many deaths in a row the end of the log is shown: it does not come back by itself. */
const troublesomeDeaths = 3;

/**
 * @typedef {object} Service
 * @property {string} name names its log and its line in run.json
 * @property {string} title in French, with its article
 * @property {(log: number) => import('node:child_process').ChildProcess} start
 * @property {(child: import('node:child_process').ChildProcess) => Promise<void>} ready resolves once it serves
 * @property {() => Promise<void>} [before] clears what a crash may have left
 * @property {NodeJS.Signals} [stopSignal]
 * @property {string} [advice] what a person can do when it does not start
 */

const services = [];
let stopping = false;

export const logOf = (name) => inData('logs', `${name}.log`);

/** Starts a service, waits until it is ready, and keeps it running from then on. */
export async function supervise(service) {
  const entry = { service, child: undefined, deaths: 0, startedAt: 0 };
  services.push(entry);
  try {
    await launch(entry);
  } catch (error) {
    throw new StepFailure(error.message, { log: logOf(service.name), advice: service.advice });
  }
  watch(entry);
}

async function launch(entry) {
  const { service } = entry;
  await service.before?.();
  const log = openLog(logOf(service.name));
  const child = service.start(log);
  closeSync(log);
  // A command that cannot be run has no number; `ready` sees its error.
  entry.child = child;
  entry.startedAt = Date.now();
  const failed = new Promise((_, reject) => {
    child.once('error', (error) => reject(new Error(`${service.title} ne se lance pas : ${error.message}`)));
    child.once('exit', (code, signal) => reject(new Error(`${service.title} s’est arrêté au démarrage (${signal ?? `code ${code}`}).`)));
  });
  failed.catch(() => {}); // heard by the race below, or by `watch`
  if (child.pid !== undefined) noteProcess(service.name, child.pid, service.stopSignal);
  await Promise.race([service.ready(child), failed]);
}

function watch(entry) {
  const { child, service } = entry;
  const onExit = (code, signal) => {
    if (stopping) return;
    if (Date.now() - entry.startedAt > healthyAfterMs) entry.deaths = 0;
    const delayMs = Math.min(firstDelayMs * 2 ** entry.deaths, longestDelayMs);
    entry.deaths += 1;
    console.log(`! ${service.title} s’est arrêté (${signal ?? `code ${code}`}) ; redémarrage dans ${seconds(delayMs)}.`);
    if (entry.deaths === troublesomeDeaths) printTail(logOf(service.name));
    entry.timer = setTimeout(() => void restart(entry), delayMs);
  };
  if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
  else child.once('exit', onExit);
}

async function restart(entry) {
  if (stopping) return;
  const begin = Date.now();
  try {
    await launch(entry);
    if (!stopping) console.log(`✓ ${entry.service.title} est de nouveau là (${seconds(Date.now() - begin)}).`);
  } catch (error) {
    const { child } = entry;
    // One that ended by itself is told by `watch`; one that runs without answering is ended here.
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      if (!stopping) console.log(`! ${error.message}`);
      await endProcess(child.pid, 'SIGKILL');
    }
  }
  if (!stopping) watch(entry);
}

/** Stops every service, the last started first, and resolves once no process is left. */
export async function stopServices() {
  stopping = true;
  for (const { child, service, timer } of services.toReversed()) {
    clearTimeout(timer);
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) await endProcess(child.pid, service.stopSignal);
  }
}
