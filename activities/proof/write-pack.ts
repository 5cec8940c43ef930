import type { Readable } from 'node:stream';
import { canonicalJson } from '../journal/canonical-json.js';
import { documentPath, type Manifest, packFormat, type PackContent, type PackDocument, type PackSignature } from './pack.js';
import { Packer } from './packer.js';
import type { ProofKey } from './proof-key.js';
import { readMe } from './read-me.js';

type Opened = (document: PackDocument) => Promise<Readable>;

/**
 * The pack of one case as a ZIP, chunk by chunk. `open` gives a document's bytes; one that cannot be opened is named as missing, one
 * that changed in the store shows by its two digests: a pack tells what is wrong, it does not hide it.
 */
export async function* writePack(content: PackContent, key: ProofKey, open: Opened): AsyncGenerator<Uint8Array> {
  const { case: about, entries, documents } = content;
  const packer = new Packer(new Date(about.exportedAt));
  yield* packer.text('LISEZMOI.txt', readMe(content, key));
  yield* packer.text('case.json', canonicalJson(about));
  yield* packer.text('journal.jsonl', entries.map((entry) => `${canonicalJson(entry)}\n`).join(''));
  const packed: Manifest['documents'] = [];
  for (const document of documents) {
    const bytes = await begun(open(document));
    const path = documentPath(document);
    if (bytes) yield* packer.bytes(path, bytes);
    packed.push({ ...document, ...(bytes && { path }) });
  }
  const manifest = canonicalJson({
    format: packFormat,
    case: about.ref,
    exportedAt: about.exportedAt,
    service: about.service,
    extract: about.extract,
    hiddenEntries: hiddenIn(entries),
    head: { seq: about.lastSeq, hash: about.lastHash },
    files: [...packer.files],
    documents: packed,
  } satisfies Manifest);
  yield* packer.text('manifest.json', manifest);
  const signature: PackSignature = {
    algorithm: 'Ed25519',
    keyId: key.id,
    publicKey: key.publicKey,
    signature: key.sign(Buffer.from(manifest)).toString('base64'),
  };
  yield* packer.text('signature.json', JSON.stringify(signature, null, 2));
  yield* packer.end();
}

export const hiddenIn = (entries: PackContent['entries']): number => entries.filter((entry) => 'hidden' in entry).length;

/** The bytes once the first of them are there: a store may say only then that it has none. */
export async function begun(opening: Promise<Readable>): Promise<AsyncIterable<Uint8Array> | undefined> {
  try {
    const chunks = (await opening)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const first = await chunks.next();
    return (async function* () {
      if (!first.done) yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    })();
  } catch {
    return undefined;
  }
}
