import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface PackedFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A ZIP that is written while it is read: memory holds one chunk. Remembers each file's size and digest. */
export class Packer {
  readonly files: PackedFile[] = [];
  private readonly ready: Uint8Array[] = [];
  private failure: Error | undefined;
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error;
    else this.ready.push(chunk);
  });

  constructor(private readonly writtenAt: Date) {}

  text(path: string, content: string): AsyncGenerator<Uint8Array> {
    return this.add(new ZipDeflate(path, { level: 6 }), [Buffer.from(content)]);
  }

  /** As it is: what people send is compressed already. */
  bytes(path: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    return this.add(new ZipPassThrough(path), content);
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  private async *add(
    file: ZipDeflate | ZipPassThrough,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    let size = 0;
    file.mtime = this.writtenAt;
    this.zip.add(file);
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      file.push(chunk);
      yield* this.taken();
    }
    file.push(new Uint8Array(0), true);
    this.files.push({ path: file.filename, size, sha256: hash.digest('hex') });
    yield* this.taken();
  }

  private taken(): Uint8Array[] {
    if (this.failure) throw this.failure;
    return this.ready.splice(0);
  }
}
