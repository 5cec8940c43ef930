import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All of Jalon, as `npm start` starts it, on a data folder of its own. */
export interface Stack {
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '../..');

/** Starts everything on free ports. BROWSER_TEST_URL names a Jalon that runs already, while a page is being written. */
export async function startStack(): Promise<Stack> {
  const running = process.env.BROWSER_TEST_URL;
  if (running) return { url: running, stop: () => Promise.resolve() };
  const data = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  // The launcher takes the ports that a data folder remembers: two stacks that start together must not choose the same ones.
  const [web, worker, temporal, temporalUi, postgres, identity] = await freePorts(6);
  writeFileSync(join(data, 'ports.json'), JSON.stringify({ web, worker, temporal, temporalUi, postgres, identity }));
  const launcher = spawn(process.execPath, ['apps/launcher/start.mjs'], {
    cwd: root,
    env: { ...process.env, JALON_DATA: data, JALON_RATE_LIMIT: '100000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => launcher.once('close', () => resolve()));
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Jalon est prêt')) resolve();
    };
    launcher.stdout.on('data', hear);
    launcher.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)));
  });
  const stop = async () => {
    launcher.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url: `http://127.0.0.1:${String(web)}`, stop };
}

/** Held together, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening()));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const server of servers) server.close();
  return ports;
}

function listening(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
