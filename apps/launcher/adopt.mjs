// npm run adopt: on the addresses of the environment, or else on those of the Jalon that runs here.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inRepository, nodeBinary } from './places.mjs';
import { runningAddresses } from './running-addresses.mjs';

const script = inRepository('dist', 'activities', 'adoption', 'commands', 'adopt.js');
if (!existsSync(script)) {
  console.error('Jalon n’est pas encore construit : lancez « npm run build » ou « npm start ».');
  process.exit(2);
}
const { status } = spawnSync(nodeBinary(), [script, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...(process.env.DATABASE_URL ? {} : runningAddresses()), ...process.env },
});
process.exitCode = status ?? 1;
