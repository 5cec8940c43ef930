// npm run db:scratch -- <command…>: runs a command beside a temporary, migrated PostgreSQL, then removes it.
import { spawn } from 'node:child_process';
import { withLocalCommands } from './places.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('Usage : npm run db:scratch -- <commande…>   (DATABASE_URL et MIGRATION_DATABASE_URL lui sont données)');
  process.exit(2);
}

// A Ctrl-C reaches the command through the terminal; this process only waits for its end and cleans up.
let child;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    if (signal !== 'SIGINT') child?.kill(signal);
  });
}

const database = await temporaryDatabase();
try {
  process.exitCode = interrupted ? 1 : await run();
} finally {
  await database.stop();
}

function run() {
  return new Promise((resolve) => {
    const env = { ...withLocalCommands(), ...database.env };
    child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32', env });
    child.once('error', (error) => {
      console.error(`La commande n’a pas pu être lancée : ${error.message}`);
      resolve(127);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}
