import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** 256 random bits, in base64url: what a session's cookie holds, and nothing else does. */
export const newToken = () => randomBytes(32).toString('base64url');

/** By what the database knows the token: who reads the table cannot take a session over. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts a text so that only who has the token can read it: nonce, ciphertext, tag. */
export function seal(token: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(token), nonce);
  return new Uint8Array(Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]));
}

/** What was sealed with this token. */
export function unseal(token: string, sealed: Uint8Array): string {
  const opening = createDecipheriv(cipher, keyOf(token), sealed.subarray(0, nonceBytes));
  opening.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]).toString('utf8');
}

const keyOf = (token: string) => Buffer.from(hkdfSync('sha256', token, '', 'jalon id token', 32));
