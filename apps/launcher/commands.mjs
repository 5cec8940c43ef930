// Commands that a step waits for; their output goes to a log.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { root, withLocalCommands } from './places.mjs';
import { StepFailure } from './steps.mjs';

const maxLogBytes = 10_000_000;
const running = new Set();

/** Opens a log to append to; one that has grown large is set aside first. */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > maxLogBytes) renameSync(file, `${file}.1`);
  } catch {
    // no log yet
  }
  return openSync(file, 'a');
}

/**
 * Runs a command to its end; a failure shows the end of its log.
 * @param {{ command: string, args: string[], log?: string, env?: Record<string, string>, advice?: string, shown?: boolean }} options without a
 * log the output is shown; with one, `shown` shows what is not an error
 */
export async function run({ command, args, log, env = {}, advice, shown = false }) {
  const output = log ? openLog(log) : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...withLocalCommands(), ...env },
    stdio: ['ignore', shown ? 'inherit' : output, output],
    shell: process.platform === 'win32',
  });
  running.add(child);
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : `code ${code ?? signal}`));
  });
  running.delete(child);
  if (log) closeSync(output);
  if (outcome) throw new StepFailure(`« ${[command, ...args].join(' ')} » a échoué (${outcome}).`, { log, advice });
}

/** Ends the commands that are under way: the launcher is stopping. */
export function endCommands() {
  for (const child of running) child.kill('SIGTERM');
}
