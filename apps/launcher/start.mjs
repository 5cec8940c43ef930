// npm start: from a fresh clone to a working Jalon. Plain JavaScript on the machine's own Node: nothing is installed yet.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, isBuilt } from './build.mjs';
import { endCommands, run } from './commands.mjs';
import { prepareDatabase } from './database.mjs';
import { confirm, seconds, table } from './french.mjs';
import { install, isInstalled } from './install.mjs';
import { checkMachine } from './machine.mjs';
import { choosePorts, identitySettings, secrets } from './memory.mjs';
import { loadHistories, migrate, seed, seedCases } from './migrations.mjs';
import { dataFolder, inData } from './places.mjs';
import { initialiseCluster } from './postgres.mjs';
import { postgresFolder, removeFolder } from './postgres-place.mjs';
import { endLeftovers, lockDataFolder, noteAddress, unlockDataFolder } from './run-state.mjs';
import { backOfficeService, identityProviderService, postgresService, temporalService, workerService } from './services.mjs';
import { printFailure, step } from './steps.mjs';
import { logOf, stopServices, supervise } from './supervisor.mjs';
import { findTemporalCli } from './temporal-binaries.mjs';

const begin = Date.now();
const options = readOptions();
let locked = false;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  if (!stopping) {
    printFailure(error);
    await stop(1);
  }
}

async function start() {
  await step('Machine', () => checkMachine({ installed: isInstalled() }));
  lockDataFolder();
  locked = true;
  const left = await endLeftovers();
  if (left > 0) console.log(`! ${left} processus d’un démarrage interrompu ont été arrêtés.`);
  if (options.fresh && !(await beginAgain())) return stop(0);

  await step('Installation', () => install(inData('logs')));
  if (isBuilt()) console.log('✓ Construction : déjà faite');
  else await build(logOf('construction'));

  const ports = await choosePorts(options.port);
  const keys = secrets();
  const adminUrl = `postgresql://postgres:${keys.postgres.superuser}@127.0.0.1:${ports.postgres}/postgres`;
  const database = await step('PostgreSQL', async () => {
    const folder = postgresFolder(inData('postgresql'));
    initialiseCluster(folder, keys.postgres.superuser);
    await supervise(postgresService({ folder, port: ports.postgres, adminUrl }));
    return prepareDatabase({ adminUrl, ownerPassword: keys.postgres.owner, appPassword: keys.postgres.app });
  });
  const temporal = await step('Temporal', () => startTemporal(ports));

  const env = environment({ ports, keys, database, temporal });
  const log = logOf('migrations');
  await step('Migrations', () => migrate({ ownerUrl: database.ownerUrl, env, log }));
  await step('Données de démonstration', () => seed({ ownerUrl: database.ownerUrl, env, log }));
  await step('Exécutant', () => supervise(workerService({ env, port: ports.worker })));
  await step('Fournisseur d’identité', () => supervise(identityProviderService({ env, port: ports.identity })));
  await step('Serveur web', () => supervise(backOfficeService({ env, port: ports.web })));
  await step('Dossiers de démonstration', () => seedCases({ ownerUrl: database.ownerUrl, env, log }));
  await step('Histoires de démonstration', () => loadHistories({ ownerUrl: database.ownerUrl, env, log }));
  noteAddress(env.JALON_BASE_URL);
  await welcome(env);
}

/** A server that is already there, or our own. */
async function startTemporal(ports) {
  if (process.env.TEMPORAL_ADDRESS) return { address: process.env.TEMPORAL_ADDRESS, uiUrl: process.env.TEMPORAL_UI_URL ?? '' };
  const cli = await findTemporalCli();
  await supervise(temporalService({ cli, port: ports.temporal, uiPort: ports.temporalUi }));
  const address = `127.0.0.1:${ports.temporal}`;
  // The development server forgets closed cases after a day; a demonstration may be looked at for a year.
  const retention = ['operator', 'namespace', 'update', '--namespace', 'default', '--retention', '8760h', '--address', address];
  await run({ command: cli, args: retention, log: logOf('temporal') });
  return { address, uiUrl: `http://127.0.0.1:${ports.temporalUi}` };
}

/** What the worker, the back office and the seed are told; apps/launcher/README.md explains each. */
function environment({ ports, keys, database, temporal }) {
  mkdirSync(inData('files'), { recursive: true });
  return {
    NODE_ENV: 'production',
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_UI_URL: temporal.uiUrl,
    TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE ?? 'default',
    TEMPORAL_TASK_QUEUE: 'jalon',
    PORT: String(ports.web),
    WORKER_PORT: String(ports.worker),
    JALON_BASE_URL: `http://127.0.0.1:${ports.web}`,
    JALON_DATA: dataFolder,
    JALON_FILES: inData('files'),
    JALON_CODEC_KEYS: JSON.stringify(keys.codecKeys),
    JALON_PROOF_KEY: keys.proofKey,
    ...identitySettings({ port: ports.identity, clientSecret: keys.oidcClientSecret, key: keys.identityProviderKey }),
    JALON_DEMONSTRATION: '1',
    // Everybody here has one address, and the demonstration cases are played from it.
    JALON_RATE_LIMIT: process.env.JALON_RATE_LIMIT ?? '6000',
  };
}

/** Erases the data after asking; the binaries and the build stay. */
async function beginAgain() {
  const agreed = options.yes || (await confirm(`Effacer toutes les données de ${dataFolder} et recommencer ?`));
  if (!agreed) {
    console.log('Rien n’a été effacé.');
    return false;
  }
  removeFolder(postgresFolder(inData('postgresql')));
  for (const name of readdirSync(dataFolder)) {
    if (name !== 'launcher.lock') rmSync(inData(name), { recursive: true, force: true });
  }
  return true;
}

async function welcome(env) {
  console.log(`\nJalon est prêt (${seconds(Date.now() - begin)}) : ${env.JALON_BASE_URL}\n`);
  const response = await fetch(`${env.JALON_BASE_URL}/api/demonstration/accounts`);
  if (response.ok) {
    const accounts = await response.json();
    console.log(
      `Comptes de démonstration :\n${table([['Adresse', 'Nom', 'Rôle'], ...accounts.map(({ email, name, roleLabel }) => [email, name, roleLabel])])}\n`,
    );
  }
  if (env.TEMPORAL_UI_URL) console.log(`Pour les ingénieurs, l’interface de Temporal : ${env.TEMPORAL_UI_URL}`);
  console.log(`Journaux : ${inData('logs')}\nCtrl-C arrête tout ; les données restent.`);
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  endCommands();
  if (locked) {
    console.log('\nArrêt…');
    await stopServices();
    unlockDataFolder();
    console.log('✓ Tout est arrêté.');
  }
  process.exit(code);
}

function readOptions() {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, yes: { type: 'boolean' }, port: { type: 'string' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    console.error(`Port incompris : ${values.port}`);
    process.exit(2);
  }
  return { fresh: values.fresh ?? false, yes: values.yes ?? false, port };
}
