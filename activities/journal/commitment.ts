import { createHash } from 'node:crypto';
import type { Instant } from '#workflows/calendar/civil-date.js';

const sha256 = (...parts: readonly string[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/**
 * What the record's chain holds of an entry: the SHA-256, hexadecimal, of a random salt in hexadecimal and of the entry in canonical
 * JSON, its text. Without the salt nobody finds the entry by trying what it may have been.
 */
export const commitmentOf = (salt: string, text: string): string => sha256(salt, text);

/**
 * The next hash of the record's chain: the SHA-256, hexadecimal, of the previous hash, of the entry's commitment and of its instant in
 * milliseconds. It is computed without reading the entry: from a record whose key was destroyed, and over what an extract hides.
 */
export const nextLink = (previous: string, commitment: string, at: Instant): string => sha256(previous, commitment, String(at));
