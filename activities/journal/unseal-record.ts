import { unwrapCaseKey } from '../codec/case-key.js';
import type { CodecKeys } from '../codec/codec-keys.js';
import type { StoredKey } from './read-journal.js';
import { type SealedEntry, unseal, type Unsealed } from './seal.js';

type Sealed = Pick<SealedEntry, 'seq' | 'sealed'>;

/** What reads the rows of a case's record. Throws when its key is destroyed, or does not open. */
export function unsealer(keys: CodecKeys, ref: string, key: StoredKey | undefined): (row: Sealed) => Unsealed {
  if (!key?.wrapped) throw new Error(`${ref} has no key: its record cannot be read.`);
  const plain = unwrapCaseKey(keys, ref, { wrapped: key.wrapped, wrappedBy: key.wrappedBy });
  return (row) => unseal(plain, ref, row);
}
