import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';

interface Listed {
  readonly name: string;
  readonly size: number;
}

/** A pack as a stranger hands it in: nothing of it is written to a disk, and only what the list announces is unpacked. */
export class Pack {
  /** As the archive lists them; a name may come twice. */
  readonly files: readonly Listed[];

  /** Throws when the bytes are no ZIP. */
  constructor(private readonly bytes: Uint8Array) {
    const files: Listed[] = [];
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files.push({ name, size: originalSize });
        return false;
      },
    });
    this.files = files;
  }

  /** Undefined when it is not there, is there twice, is longer than `limit` bytes or cannot be unpacked. */
  read(path: string, limit: number): Buffer | undefined {
    const found = this.files.filter(({ name }) => name === path);
    if (found.length !== 1 || (found[0]?.size ?? 0) > limit) return undefined;
    try {
      const content = unzipSync(this.bytes, { filter: ({ name }) => name === path })[path];
      return content && Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    } catch {
      return undefined;
    }
  }

  digest(path: string, size: number): string | undefined {
    const content = this.read(path, size);
    return content?.length === size ? createHash('sha256').update(content).digest('hex') : undefined;
  }
}
