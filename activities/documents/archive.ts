import { type Entry, openPromise } from 'yauzl';
import { FileRefused } from './file-refused.js';

/** What an archive may become once it is unpacked; people do it on their own machines. */
const most = { files: 5_000, bytes: 1024 ** 3, ratio: 200 };
/** A small archive of zeros is no bomb. */
const harmlessBytes = 20 * 1024 ** 2;

/**
 * Reads the table of contents of a ZIP archive, which office documents are too, without unpacking it. Throws FileRefused
 * `fileArchiveRefused` when it is broken or encrypted, when a name leads out of its folder, or when it would unpack to far more than it is.
 *
 * A table that lies about sizes is not believed by the tools that unpack it; overlapping entries, which make the largest bombs, are
 * counted one by one here.
 */
export async function inspectArchive(path: string, size: number): Promise<void> {
  try {
    let files = 0;
    let bytes = 0;
    // yauzl itself refuses names that are absolute or lead upwards, and tables that are not whole.
    const archive = await openPromise(path);
    for await (const entry of archive.eachEntry()) {
      files += 1;
      bytes += entry.uncompressedSize;
      check(entry, files, bytes, size);
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('fileArchiveRefused', error instanceof Error ? error.message : 'it cannot be read');
  }
}

function check(entry: Entry, files: number, bytes: number, size: number): void {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new FileRefused('fileArchiveRefused', 'it is encrypted');
  if (files > most.files) throw new FileRefused('fileArchiveRefused', `more than ${most.files} files`);
  if (bytes > most.bytes || (bytes > harmlessBytes && bytes > size * most.ratio))
    throw new FileRefused('fileArchiveRefused', `it unpacks to ${bytes} bytes`);
}
