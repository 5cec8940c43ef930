import { createHash, generateKeyPairSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync, zipSync } from 'fflate';
import { canonicalJson } from '#activities/journal/canonical-json.js';
import { genesis, nextHash } from '#activities/journal/hash-chain.js';
import { emptyRecord, entryOf, sealEntries, unseal, type Unsealed } from '#activities/journal/seal.js';
import { type Manifest, olderFormat, type PackContent, type PackDocument, type PackEntry } from '#activities/proof/pack.js';
import { readProofKey } from '#activities/proof/proof-key.js';
import { writePack } from '#activities/proof/write-pack.js';
import type { EntryBody } from '#workflows/kit/journal.js';

export const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const bodies: readonly EntryBody[] = [
  { type: 'entered', stage: 'filed' },
  { type: 'asked', id: 'check-completeness-1', task: 'check-completeness', to: { role: 'reviewer' }, onLapse: 'escalate' },
  { type: 'answered', id: 'check-completeness-1', by: 'reviewer-1', answer: { verdict: 'complete', note: 'Été' }, receivedAt: 3_000 },
  { type: 'entered', stage: 'instruction' },
];

const ref = 'FTAP-2026-000001';
const entries = bodies.map((body, index) => ({ seq: index + 1, at: 1_000 * (index + 1), ...body }));

const shown = (unsealed: Unsealed) => ({ salt: unsealed.salt, entry: entryOf(unsealed) });

/** Chained as the record is; entries whose number is in `hidden` keep their place and their commitment only. */
function chained(hidden: ReadonlySet<number>): PackEntry[] {
  const key = Buffer.alloc(32, 1);
  return sealEntries(key, ref, emptyRecord, entries).map(({ sealed, commitment, ...place }) =>
    hidden.has(place.seq) ? { ...place, commitment, hidden: true } : { ...place, ...shown(unseal(key, ref, { ...place, sealed })) },
  );
}

/** The same pack as services made it before: its chain is that of the entries, without salt. */
export async function olderPack(options: Options = {}): Promise<Buffer> {
  const { key = newKey(), hidden = [] } = options;
  return altered(await builtPack({ ...options, key }), (files) => {
    let hash = genesis;
    const lines = entries.map((entry) => {
      hash = nextHash(hash, entry);
      const { seq, at } = entry;
      return canonicalJson({ seq, at, hash, ...(hidden.includes(seq) ? { hidden: true } : { entry }) });
    });
    const journal = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    const manifest = JSON.parse(textOf(files, 'manifest.json')) as Manifest;
    const rewritten = { path: 'journal.jsonl', size: journal.length, sha256: createHash('sha256').update(journal).digest('hex') };
    const bytes = Buffer.from(
      canonicalJson({
        ...manifest,
        format: olderFormat,
        head: { seq: entries.length, hash },
        files: manifest.files.map((file) => (file.path === rewritten.path ? rewritten : file)),
      }),
    );
    files['journal.jsonl'] = journal;
    files['manifest.json'] = bytes;
    const signature = JSON.parse(textOf(files, 'signature.json')) as object;
    const signed = { ...signature, signature: readProofKey(key).sign(bytes).toString('base64') };
    files['signature.json'] = Buffer.from(JSON.stringify(signed));
  });
}

const letter = Buffer.from('%PDF-1.7 Accusé de réception');
export const receipt: PackDocument = {
  id: '6f1d9a04-5a0e-4a44-9d5b-0c5a3a1f9f10',
  filename: 'Accusé de réception.pdf',
  kind: 'receipt',
  mediaType: 'application/pdf',
  size: letter.length,
  sha256: createHash('sha256').update(letter).digest('hex'),
  createdAt: '2026-03-09T09:00:00.000Z',
  producedSeq: 1,
};

interface Options {
  readonly key?: string;
  readonly hidden?: readonly number[];
  /** What the store gives, instead of what the service once received; null: nothing. */
  readonly stored?: string | null;
}

/** A small pack of a case. */
export async function builtPack({ key = newKey(), hidden = [], stored }: Options = {}): Promise<Buffer> {
  const packed = chained(new Set(hidden));
  const last = packed.at(-1);
  const content: PackContent = {
    case: {
      ref,
      procedure: 'ftap',
      revision: 'r1',
      title: 'Former les agents',
      lastSeq: last?.seq ?? 0,
      lastHash: last?.hash ?? genesis,
      exportedAt: '2026-06-30T12:00:00.000Z',
      service: 'https://jalon.exemple.gouv.invalid',
      extract: hidden.length > 0,
    },
    entries: packed,
    documents: [receipt],
  };
  const open = () =>
    stored === null ? Promise.reject(new Error('gone')) : Promise.resolve(Readable.from([Buffer.from(stored ?? letter)]));
  return buffer(writePack(content, readProofKey(key), open));
}

export type Files = Record<string, Uint8Array>;

/** The pack with its files changed, as somebody would who has only the pack. */
export function altered(pack: Uint8Array, change: (files: Files) => void): Buffer {
  const files = unzipSync(pack);
  change(files);
  return Buffer.from(zipSync(files));
}

export const textOf = (files: Files, path: string): string => Buffer.from(files[path] ?? []).toString();
