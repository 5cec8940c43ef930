import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clamd } from './virus-scan.js';

let folder: string;
let file: string;
let daemon: Server | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-scan-'));
  file = join(folder, 'file');
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => daemon?.close());

/** A daemon that reads a whole stream and then answers; what it read is as the protocol cuts it. */
async function listen(answer: (content: Buffer, socket: Socket) => void): Promise<string> {
  daemon = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const content = streamed(received);
      if (content) answer(content, socket);
    });
  });
  await new Promise<void>((resolve) => daemon!.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(daemon.address() as AddressInfo).port}`;
}

/** The content of a whole INSTREAM command; undefined while more must come. */
function streamed(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  expect(received.toString('latin1', 0, command.length)).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > received.length) return undefined;
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const saysWhetherClean = (content: Buffer, socket: Socket) =>
  void socket.end(content.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');

it('sends the whole file, and lets a clean one in', async () => {
  const content = Buffer.alloc(300_000, 'a');
  await writeFile(file, content);
  let seen: Buffer | undefined;
  const address = await listen((received, socket) => {
    seen = received;
    saysWhetherClean(received, socket);
  });
  await clamd(address)(file);
  expect(seen?.equals(content)).toBe(true);
});

it('refuses one in which something was found', async () => {
  await writeFile(file, 'EICAR');
  await expect(clamd(await listen(saysWhetherClean))(file)).rejects.toMatchObject({ code: 'fileInfected' });
});

it.each([
  ['says that the stream is too long', (_: Buffer, socket: Socket) => void socket.end('INSTREAM size limit exceeded. ERROR\0')],
  ['leaves without an answer', (_: Buffer, socket: Socket) => void socket.end()],
  ['breaks the connection', (_: Buffer, socket: Socket) => void socket.resetAndDestroy()],
])('keeps nothing that was not looked at: a daemon that %s', async (_, answer) => {
  await writeFile(file, 'a');
  await expect(clamd(await listen(answer))(file)).rejects.toMatchObject({ code: 'virusScanDown' });
});

it('keeps nothing either when there is no daemon', async () => {
  const address = await listen(saysWhetherClean);
  await new Promise((resolve) => daemon!.close(resolve));
  await expect(clamd(address)(file)).rejects.toMatchObject({ code: 'virusScanDown' });
});
