// npm run journal:verify, journal:rebuild and journal:rewrap: on the database of DATABASE_URL, or else on that of the Jalon that runs here.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inRepository, nodeBinary } from './places.mjs';
import { runningAddresses } from './running-addresses.mjs';

const script = inRepository('dist', 'activities', 'journal', 'commands', 'verify-or-rebuild.js');
if (!existsSync(script)) {
  console.error('Jalon n’est pas encore construit : lancez « npm run build » ou « npm start ».');
  process.exit(2);
}
const { status } = spawnSync(nodeBinary(), [script, process.argv[2] ?? 'verify'], {
  stdio: 'inherit',
  env: { ...(process.env.DATABASE_URL ? {} : runningAddresses()), ...process.env },
});
process.exitCode = status ?? 1;
