// A process number alone proves nothing: it may have been given to another process since. With its start time it does.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether a process of this number exists, whoever owns it. A zombie counts as gone. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * What tells the process `pid` from every other one on this machine, or undefined when there is none.
 * Linux: the boot's id and the start time in ticks since the boot; elsewhere what `ps` knows.
 */
export function identityOf(pid) {
  if (!isAlive(pid)) return undefined;
  const fields = statFields(pid);
  if (fields) return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

/** Fields of /proc/<pid>/stat from the state on; the command before it may hold spaces and brackets. */
function statFields(pid) {
  const file = `/proc/${pid}/stat`;
  if (process.platform !== 'linux' || !existsSync(file)) return undefined;
  try {
    const text = readFileSync(file, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Asks a process to end, then ends its whole group by force after `patienceMs`. Resolves once it is gone. */
export async function endProcess(pid, signal = 'SIGTERM', patienceMs = 10_000) {
  const before = identityOf(pid);
  if (before === undefined) return;
  signalGroup(pid, signal);
  const deadline = Date.now() + patienceMs;
  let forced = false;
  while (identityOf(pid) === before) {
    if (!forced && Date.now() > deadline) {
      signalGroup(pid, 'SIGKILL');
      forced = true;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Signals the group that `pid` leads, or the process alone when it leads none. */
function signalGroup(pid, signal) {
  for (const target of signal === 'SIGKILL' ? [-pid, pid] : [pid]) {
    try {
      process.kill(target, signal);
    } catch {
      // already gone, or leads no group
    }
  }
}
