// `run.json`: which processes this data folder has running; `launcher.lock`: who may start them.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dataFolder, inData } from './places.mjs';
import { endProcess, identityOf } from './process-identity.mjs';
import { StepFailure } from './steps.mjs';

const lockFile = inData('launcher.lock');
const stateFile = inData('run.json');

/** Takes the data folder for this launcher; refuses when another one that is alive holds it. */
export function lockDataFolder() {
  mkdirSync(dataFolder, { recursive: true });
  for (;;) {
    try {
      const file = openSync(lockFile, 'wx');
      writeFileSync(file, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
      closeSync(file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = read(lockFile);
    if (holder && identityOf(holder.pid) === holder.identity) {
      const { address } = read(stateFile) ?? {};
      throw new StepFailure(`Jalon tourne déjà sur ce dossier de données (processus ${holder.pid})${address ? ` : ${address}` : '.'}`, {
        advice: 'Servez-vous de celui-là, arrêtez-le par Ctrl-C, ou donnez un autre dossier par JALON_DATA.',
      });
    }
    rmSync(lockFile, { force: true });
  }
}

/** Gives the data folder back. */
export function unlockDataFolder() {
  rmSync(stateFile, { force: true });
  rmSync(lockFile, { force: true });
}

/**
 * Ends what an earlier launcher that was killed has left running, last started first.
 * @returns {Promise<number>} how many processes were ended
 */
export async function endLeftovers() {
  const left = Object.values(read(stateFile)?.processes ?? {}).filter(({ pid, identity }) => identity && identityOf(pid) === identity);
  for (const { pid, stopSignal } of left.reverse()) await endProcess(pid, stopSignal);
  rmSync(stateFile, { force: true });
  return left.length;
}

/** Notes a process, before anything else can go wrong. */
export function noteProcess(name, pid, stopSignal) {
  const state = read(stateFile) ?? { processes: {} };
  write({ ...state, processes: { ...state.processes, [name]: { pid, identity: identityOf(pid), stopSignal } } });
}

/** Notes the address, for the message of a second start. */
export const noteAddress = (address) => write({ ...(read(stateFile) ?? { processes: {} }), address });

function write(state) {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state, null, 2));
  renameSync(`${stateFile}.new`, stateFile);
}

function read(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // cut off by a crash while it was written
  }
}
