import type { Readable } from 'node:stream';
import { inspectArchive } from './archive.js';
import type { FileStore, StoredFile } from './file-store.js';
import { isArchive, type MediaType } from './media-types.js';
import { sniff } from './sniff.js';
import type { VirusScan } from './virus-scan.js';

/** Stores what somebody sends, after a look at its content. Throws FileRefused; nothing is kept then. */
export async function receiveFile(
  store: FileStore,
  stream: Readable,
  filename: string,
  scan?: VirusScan,
): Promise<StoredFile & { readonly mediaType: MediaType }> {
  const { inspected: mediaType, ...stored } = await store.put(stream, async (path, size) => {
    const found = await sniff(path, filename);
    if (isArchive(found)) await inspectArchive(path, size);
    await scan?.(path);
    return found;
  });
  return { ...stored, mediaType };
}
