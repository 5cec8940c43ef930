// npm run proof:verify -- pack.zip [--key public.pem]: checks a case's pack, without network or database.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { inRepository, nodeBinary } from './places.mjs';

const script = inRepository('dist', 'activities', 'proof', 'commands', 'verify.js');
if (!existsSync(script)) {
  console.error('Jalon n’est pas encore construit : lancez « npm run build » ou « npm start ».');
  process.exit(2);
}
const { status } = spawnSync(nodeBinary(), [script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;
