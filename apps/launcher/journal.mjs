// npm run journal:verify and journal:rebuild: on the database of DATABASE_URL, or else on that of the Jalon that runs here.
import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inData, inRepository, nodeBinary } from './places.mjs';

const script = inRepository('dist', 'activities', 'journal', 'commands', 'verify-or-rebuild.js');
if (!existsSync(script)) {
  console.error('Jalon n’est pas encore construit : lancez « npm run build » ou « npm start ».');
  process.exit(2);
}
const { status } = spawnSync(nodeBinary(), [script, process.argv[2] ?? 'verify'], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? runningDatabase() },
});
process.exitCode = status ?? 1;

/** The address that `npm start` remembers; undefined when Jalon was never started here. */
function runningDatabase() {
  const [ports, secrets] = ['ports.json', 'secrets.json'].map((name) =>
    existsSync(inData(name)) ? JSON.parse(readFileSync(inData(name), 'utf8')) : {},
  );
  if (!ports.postgres || !secrets.postgres) return undefined;
  return `postgresql://jalon_app:${encodeURIComponent(secrets.postgres.app)}@127.0.0.1:${ports.postgres}/jalon`;
}
