import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Disk } from 'flydrive';
import { FileRefused } from './file-refused.js';

export const maximumFileSize = 50 * 1024 * 1024;

export interface StoredFile {
  /** Random: nothing in it comes from the name or the content. */
  readonly storageKey: string;
  /** In bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

interface Received {
  readonly size: number;
  readonly sha256: string;
}

export interface FileStoreOptions {
  readonly disk: Disk;
  /** A local folder for files on their way in. */
  readonly incoming: string;
  /** Brings a received file to its final place, in one step. */
  readonly settle: (path: string, storageKey: string, size: number) => Promise<void>;
  /** In bytes. */
  readonly limit?: number;
}

/** Files by random key, on a local disk or in an object store. */
export class FileStore {
  constructor(private readonly options: FileStoreOptions) {}

  /**
   * Stores a stream; `inspect` sees the whole file before it is kept and refuses it by throwing. A file is first received beside
   * the store, so that a broken, too long or refused upload leaves nothing. Throws FileRefused `fileTooLarge`, `fileEmpty`.
   */
  async put<T>(stream: Readable, inspect: (path: string, size: number) => Promise<T>): Promise<StoredFile & { readonly inspected: T }>;
  async put(stream: Readable): Promise<StoredFile>;
  async put(stream: Readable, inspect?: (path: string, size: number) => Promise<unknown>): Promise<StoredFile> {
    const id = randomUUID();
    const path = join(this.options.incoming, id);
    const storageKey = `${id.slice(0, 2)}/${id}`;
    await mkdir(this.options.incoming, { recursive: true });
    try {
      const received = await this.receive(stream, path);
      const inspected = await inspect?.(path, received.size);
      await this.options.settle(path, storageKey, received.size);
      return { storageKey, ...received, ...(inspect && { inspected }) };
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The content. Rejects when there is no such file. */
  get(storageKey: string): Promise<Readable> {
    return this.options.disk.getStream(storageKey);
  }

  /** Removes a file; one that is gone already is no error. */
  remove(storageKey: string): Promise<void> {
    return this.options.disk.delete(storageKey);
  }

  private async receive(stream: Readable, path: string): Promise<Received> {
    const { limit = maximumFileSize } = this.options;
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limit) return done(new FileRefused('fileTooLarge', `more than ${limit} bytes`));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (size === 0) throw new FileRefused('fileEmpty', 'no bytes');
    return { size, sha256: hash.digest('hex') };
  }
}
