import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** What the first entry of a case follows. */
export const genesis = '0'.repeat(64);

/** SHA-256, hexadecimal, of the previous entry's hash and of this entry in canonical JSON: no entry changes without all that follow. */
export const nextHash = (previous: string, entry: object): string => nextHashOf(previous, canonicalJson(entry));

/** The same, of an entry whose canonical JSON is there already. */
export const nextHashOf = (previous: string, text: string): string => createHash('sha256').update(previous).update(text).digest('hex');
