import { z } from 'zod';
import type { Entry } from '#workflows/kit/journal.js';

/** Named in every pack: a change that an older verifier cannot read needs another name. */
export const packFormat = 'jalon-proof/2';

/** What services wrote before: its chain is of the entries themselves, without salt, so that hidden ones are taken on trust. */
export const olderFormat = 'jalon-proof/1';

/** In bytes. A verifier holds the pack in memory, and the ZIP format as it is written here ends at four gigabytes. */
export const maximumPackSize = 1_500_000_000;

/**
 * An entry as the pack holds it: whole, with the salt that its commitment was made with, or only that commitment. `hash` is that of the
 * sealed record (activities/journal/commitment).
 */
export type PackEntry = { readonly seq: number; readonly at: number; readonly hash: string } & (
  { readonly salt: string; readonly entry: Entry } | { readonly commitment: string; readonly hidden: true }
);

/** What is known of a document beside its bytes. */
export interface PackDocument {
  readonly id: string;
  readonly filename: string;
  /** `attachment`, or the key of a document that the case produced. */
  readonly kind: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** Of the bytes as they were received, hexadecimal. */
  readonly sha256: string;
  readonly createdAt: string;
  /** Number of the journal entry that produced it. */
  readonly producedSeq?: number;
}

/** The case, in `case.json`. */
export interface PackCase {
  readonly ref: string;
  readonly procedure: string;
  readonly revision: string;
  readonly title: string;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly exportedAt: string;
  /** Public address of the service that made the pack. */
  readonly service: string;
  /** Entries and documents that the person who exported may not read are left out. */
  readonly extract: boolean;
}

export interface PackContent {
  readonly case: PackCase;
  readonly entries: readonly PackEntry[];
  readonly documents: readonly PackDocument[];
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileShape = z.object({ path: z.string(), size: z.number(), sha256 });
const documentShape = z.object({
  id: z.string(),
  filename: z.string(),
  kind: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256,
  createdAt: z.string(),
  producedSeq: z.number().optional(),
  /** Left out when the store could not give the bytes. */
  path: z.string().optional(),
});

/** `manifest.json`: every other file of the pack but the signature, and the head of the chain. The signature covers its bytes. */
export const manifestShape = z.object({
  format: z.enum([packFormat, olderFormat]),
  case: z.string(),
  exportedAt: z.string(),
  service: z.string(),
  extract: z.boolean(),
  hiddenEntries: z.number().int(),
  head: z.object({ seq: z.number().int(), hash: sha256 }),
  files: z.array(fileShape),
  documents: z.array(documentShape),
});
export type Manifest = z.infer<typeof manifestShape>;

export const signatureShape = z.object({
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  /** SPKI, PEM. */
  publicKey: z.string(),
  /** Of the bytes of `manifest.json`, base64. */
  signature: z.base64(),
});
export type PackSignature = z.infer<typeof signatureShape>;

export const entryShape = z
  .object({
    seq: z.number().int(),
    at: z.number(),
    hash: sha256,
    salt: z.string().optional(),
    commitment: sha256.optional(),
    hidden: z.literal(true).optional(),
    entry: z.looseObject({ seq: z.number().int(), at: z.number(), type: z.string() }).optional(),
  })
  .refine(({ hidden, entry }) => (hidden === undefined) !== (entry === undefined));

/** Where a document lies in the pack: its id keeps it apart, its name is made safe for every file system. */
export function documentPath({ id, filename }: Pick<PackDocument, 'id' | 'filename'>): string {
  const plain = filename
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '');
  return `documents/${id}-${plain.slice(-80) || 'document'}`;
}
