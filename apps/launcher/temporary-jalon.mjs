// The servers of a Jalon that lives as long as one command: nothing of it touches the data folder.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog, run } from './commands.mjs';
import { identitySettings, newIdentityProviderKey, newProofKey } from './memory.mjs';
import { nodeBinary } from './places.mjs';
import { freePort } from './ports.mjs';
import { endProcess } from './process-identity.mjs';
import { backOfficeService, identityProviderService, temporalService, workerService } from './services.mjs';
import { StepFailure } from './steps.mjs';
import { findTemporalCli } from './temporal-binaries.mjs';
import { temporaryDatabase } from './temporary-database.mjs';

export class TemporaryJalon {
  #ends = [];

  /** @param {string} logs folder of the servers' logs */
  constructor(logs) {
    this.logs = logs;
  }

  /**
   * Starts what is needed, on free ports, and resolves to what the processes beside it are told.
   * @param {{ servers?: ('worker' | 'back-office')[] }} needs with servers, Temporal and the demonstration people are there too
   */
  async start({ servers = [] }) {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-'));
    this.#ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const database = await temporaryDatabase();
    this.#ends.push(database.stop);
    if (servers.length === 0) return database.env;

    await run({ command: nodeBinary(), args: ['dist/prisma/seed.js'], env: database.env, log: join(this.logs, 'seed.log') });
    const [temporal, uiPort, worker, web, identity] = await Promise.all(Array.from({ length: 5 }, freePort));
    await this.#serve(temporalService({ cli: await findTemporalCli(), port: temporal, uiPort, file: join(folder, 'temporal.db') }));
    const env = { ...database.env, ...settings({ folder, temporal, worker, web, identity }) };
    if (servers.includes('worker')) await this.#serve(workerService({ env, port: worker }));
    if (servers.includes('back-office')) await this.#serve(identityProviderService({ env, port: identity }));
    if (servers.includes('back-office')) await this.#serve(backOfficeService({ env, port: web }));
    return env;
  }

  /** Ends every process, the last started first, and removes what they wrote. */
  async stop() {
    while (this.#ends.length > 0) await this.#ends.pop()();
  }

  async #serve({ name, title, start, ready, stopSignal }) {
    const log = join(this.logs, `${name}.log`);
    const child = start(openLog(log));
    this.#ends.push(() => endProcess(child.pid, stopSignal));
    const died = new Promise((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new StepFailure(`${title} s’est arrêté (code ${code}).`, { log })));
    });
    await Promise.race([ready(child), died]);
    died.catch(() => undefined); // from here on, whoever talks to it notices
  }
}

function settings({ folder, temporal, worker, web, identity }) {
  const key = () => randomBytes(32).toString('base64');
  mkdirSync(join(folder, 'files'));
  return {
    NODE_ENV: 'production',
    TEMPORAL_ADDRESS: `127.0.0.1:${temporal}`,
    TEMPORAL_NAMESPACE: 'default',
    TEMPORAL_TASK_QUEUE: 'jalon',
    PORT: String(web),
    WORKER_PORT: String(worker),
    JALON_BASE_URL: `http://127.0.0.1:${web}`,
    JALON_FILES: join(folder, 'files'),
    JALON_CODEC_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key() } }),
    JALON_PROOF_KEY: newProofKey(),
    ...identitySettings({ port: identity, clientSecret: key(), key: newIdentityProviderKey() }),
    JALON_DEMONSTRATION: '1',
    // One address, and one session, sends every request here.
    JALON_RATE_LIMIT: '1000000',
    JALON_SESSION_RATE_LIMIT: '1000000',
    JALON_SESSION_RATE_LIMIT: '1000000',
  };
}
