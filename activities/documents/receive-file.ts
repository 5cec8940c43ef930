import type { Readable } from 'node:stream';
import type { FileStore, StoredFile } from './file-store.js';
import type { MediaType } from './media-types.js';
import { sniff } from './sniff.js';

/** Stores what somebody sends, after a look at its content. Throws FileRefused; nothing is kept then. */
export async function receiveFile(
  store: FileStore,
  stream: Readable,
  filename: string,
): Promise<StoredFile & { readonly mediaType: MediaType }> {
  const { inspected: mediaType, ...stored } = await store.put(stream, (path) => sniff(path, filename));
  return { ...stored, mediaType };
}
