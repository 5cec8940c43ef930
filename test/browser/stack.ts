import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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
  if (running) return { url: running, stop: async () => undefined };
  const data = mkdtempSync(join(tmpdir(), 'jalon-browser-'));
  const port = await freePort();
  const launcher = spawn(process.execPath, ['apps/launcher/start.mjs', '--port', String(port)], {
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
  return { url: `http://127.0.0.1:${port}`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
