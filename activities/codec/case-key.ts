import { randomBytes } from 'node:crypto';
import { openBytes, sealBytes } from './aes-gcm.js';
import type { CodecKeys } from './codec-keys.js';

/** A case's own key as the database holds it: encrypted by a key of JALON_CODEC_KEYS, which it names. */
export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly wrappedBy: string;
}

/** 32 bytes. */
export const newCaseKey = (): Buffer => randomBytes(32);

export function wrapCaseKey({ current, keys }: CodecKeys, ref: string, key: Buffer): WrappedKey {
  const outer = keys.get(current);
  if (!outer) throw new RangeError('The current key is not among the keys.');
  return { wrapped: sealBytes(outer, key, beside(ref, current)), wrappedBy: current };
}

/** Throws when the key that wraps it is not there or does not fit. The errors name it, and quote nothing. */
export function unwrapCaseKey({ keys }: CodecKeys, ref: string, { wrapped, wrappedBy }: WrappedKey): Buffer {
  const outer = keys.get(wrappedBy);
  if (!outer) throw new Error(`The key of ${ref} is wrapped by "${wrappedBy}", which JALON_CODEC_KEYS does not hold.`);
  try {
    return openBytes(outer, wrapped, beside(ref, wrappedBy));
  } catch (cause) {
    throw new Error(`The key "${wrappedBy}" does not open that of ${ref}: another key has that id, or it was altered.`, { cause });
  }
}

/** A key that is moved to another case, or said to be wrapped by another one, does not open. */
const beside = (ref: string, id: string) => `case-key\0${ref}\0${id}`;
