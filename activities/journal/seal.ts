import { randomBytes } from 'node:crypto';
import type { Instant } from '#workflows/calendar/civil-date.js';
import type { Entry } from '#workflows/kit/journal.js';
import { openBytes, sealBytes } from '../codec/aes-gcm.js';
import { canonicalJson } from './canonical-json.js';
import { commitmentOf, nextLink } from './commitment.js';
import { genesis } from './hash-chain.js';

/** A row of the record. */
export interface SealedEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly sealed: Buffer;
  readonly commitment: string;
  readonly hash: string;
}

/** The last row of a case's record. */
export type RecordHead = Pick<SealedEntry, 'seq' | 'hash'>;

export const emptyRecord: RecordHead = { seq: 0, hash: genesis };

/** What a row of the record says to who has the key. */
export interface Unsealed {
  /** 16 bytes, hexadecimal. */
  readonly salt: string;
  /** The entry in canonical JSON. */
  readonly text: string;
}

const saltLength = 16;

/** Seals a case's next entries behind the last row of its record. */
export function sealEntries(key: Buffer, ref: string, { hash: last }: RecordHead, entries: readonly Entry[]): SealedEntry[] {
  let hash = last;
  return entries.map((entry) => {
    const salt = randomBytes(saltLength);
    const { seq, at } = entry;
    const text = canonicalJson(entry);
    const commitment = commitmentOf(salt.toString('hex'), text);
    hash = nextLink(hash, commitment, at);
    const sealed = sealBytes(key, Buffer.concat([salt, Buffer.from(text)]), beside(ref, seq));
    return { seq, at, sealed, commitment, hash };
  });
}

/** Throws when the key does not open the row, or the row is that of another case or number. */
export function unseal(key: Buffer, ref: string, { seq, sealed }: Pick<SealedEntry, 'seq' | 'sealed'>): Unsealed {
  const plain = openBytes(key, sealed, beside(ref, seq));
  return { salt: plain.toString('hex', 0, saltLength), text: plain.toString('utf8', saltLength) };
}

export const entryOf = ({ text }: Unsealed): Entry => JSON.parse(text) as Entry;

const beside = (ref: string, seq: number) => `${ref}:${seq}`;
