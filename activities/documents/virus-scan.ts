import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from './file-refused.js';

/** Looks at a received file. Throws FileRefused: `fileInfected`, or `virusScanDown` when the file could not be looked at. */
export type VirusScan = (path: string) => Promise<void>;

export const noScan: VirusScan = () => Promise.resolve();

/** A daemon that is busy has queued us; one that is gone does not answer at all. */
const patienceMs = 60_000;

/**
 * A ClamAV daemon at `host:port`, spoken to by its INSTREAM command (https://docs.clamav.net/manual/Usage/Scanning.html#clamd): chunks
 * with their length before them, then a length of zero; the daemon answers in one line. A file that it did not see whole is not accepted.
 */
export function clamd(address: string): VirusScan {
  const [host, port] = address.split(':');
  return async (path) => {
    const answer = await ask(Number(port), host!, path).catch((error: unknown) => {
      throw new FileRefused('virusScanDown', error instanceof Error ? error.message : 'the scan failed');
    });
    if (answer.endsWith('OK')) return;
    if (answer.endsWith('FOUND')) throw new FileRefused('fileInfected', answer);
    throw new FileRefused('virusScanDown', answer || 'the daemon closed without an answer');
  };
}

async function ask(port: number, host: string, path: string): Promise<string> {
  const socket = connect({ host, port });
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('the daemon does not answer')));
  try {
    const answered = Readable.from(socket).toArray() as Promise<Buffer[]>;
    // Its own rejection is what is told; the other one only follows from it.
    answered.catch(() => undefined);
    socket.write('zINSTREAM\0');
    await pipeline(createReadStream(path), chunks(), socket, { end: false });
    return Buffer.concat(await answered)
      .toString('utf8')
      .replaceAll('\0', '')
      .trim();
  } finally {
    socket.destroy();
  }
}

const lengthOf = (size: number) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return length;
};

/** Each chunk with its length before it, and a last one of no length. */
const chunks = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      this.push(lengthOf(chunk.length));
      done(null, chunk);
    },
    flush(done) {
      done(null, lengthOf(0));
    },
  });
