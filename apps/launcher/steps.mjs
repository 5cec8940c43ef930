// One line a step, with its time; on failure the end of the right log and what to do.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { seconds } from './french.mjs';

/** A failure that a person can act on: what to do, and the log that tells more. */
export class StepFailure extends Error {
  /** @param {string} message @param {{ log?: string, advice?: string }} [details] */
  constructor(message, { log, advice } = {}) {
    super(message);
    this.log = log;
    this.advice = advice;
  }
}

/**
 * Runs a step and prints `✓ Title (1,2 s)`. What `work` returns, when it is a text, is added after the title.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 */
export async function step(title, work) {
  const begin = Date.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`… ${title}`);
  try {
    const result = await work();
    const note = typeof result === 'string' ? ` : ${result}` : '';
    console.log(`${live ? '\r\u001B[K' : ''}✓ ${title}${note} (${seconds(Date.now() - begin)})`);
    return result;
  } catch (error) {
    if (live) process.stdout.write('\r\u001B[K');
    error.step = title;
    error.tookMs = Date.now() - begin;
    throw error;
  }
}

/** Prints a failed step: the reason, the end of its log, the advice. */
export function printFailure(error) {
  console.error(`✗ ${error.step ?? 'Jalon'}${error.tookMs === undefined ? '' : ` (${seconds(error.tookMs)})`} : ${error.message}`);
  if (error.log) printTail(error.log);
  if (error.advice) console.error(`→ ${error.advice}`);
  if (!(error instanceof StepFailure) && error.stack) console.error(error.stack);
}

/** Prints the last lines of a log, set in. */
export function printTail(log, count = 20) {
  if (!existsSync(log)) return;
  const lines = stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd().split('\n').slice(-count);
  console.error(`  Fin de ${log} :`);
  for (const line of lines) console.error(`  │ ${line}`);
}
