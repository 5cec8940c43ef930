import { generateKeyPairSync } from 'node:crypto';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unzipSync, zipSync } from 'fflate';
import { genesis, nextHash } from '#activities/journal/hash-chain.js';
import type { PackContent, PackDocument, PackEntry } from '#activities/proof/pack.js';
import { readProofKey } from '#activities/proof/proof-key.js';
import { writePack } from '#activities/proof/write-pack.js';
import type { Entry, EntryBody } from '#workflows/kit/journal.js';

export const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const bodies: readonly EntryBody[] = [
  { type: 'entered', stage: 'filed' },
  { type: 'asked', id: 'check-completeness-1', task: 'check-completeness', to: { role: 'reviewer' }, onLapse: 'escalate' },
  { type: 'answered', id: 'check-completeness-1', by: 'reviewer-1', answer: { verdict: 'complete', note: 'Été' }, receivedAt: 3_000 },
  { type: 'entered', stage: 'instruction' },
];

/** Chained as the journal is; entries whose number is in `hidden` keep their place only. */
function chained(hidden: ReadonlySet<number>): PackEntry[] {
  let hash = genesis;
  return bodies.map((body, index) => {
    const entry = { seq: index + 1, at: 1_000 * (index + 1), ...body } as Entry;
    hash = nextHash(hash, entry);
    const place = { seq: entry.seq, at: entry.at, hash };
    return hidden.has(entry.seq) ? { ...place, hidden: true } : { ...place, entry };
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
  const entries = chained(new Set(hidden));
  const last = entries.at(-1);
  const content: PackContent = {
    case: {
      ref: 'FTAP-2026-000001',
      procedure: 'ftap',
      revision: 'r1',
      title: 'Former les agents',
      lastSeq: last?.seq ?? 0,
      lastHash: last?.hash ?? genesis,
      exportedAt: '2026-06-30T12:00:00.000Z',
      service: 'https://jalon.exemple.gouv.invalid',
      extract: hidden.length > 0,
    },
    entries,
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
