import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** AES-256-GCM with a nonce of its own: nonce, tag, ciphertext. `beside` is not in it, but must be the same when it is opened. */
export function sealBytes(key: Buffer, plain: Uint8Array, beside: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(beside));
  const body = [cipher.update(plain), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
}

/** Throws when another key sealed the bytes, when they were altered, or beside something else. */
export function openBytes(key: Buffer, sealed: Buffer, beside: string): Buffer {
  const bodyAt = nonceLength + tagLength;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(beside)).setAuthTag(sealed.subarray(nonceLength, bodyAt));
  return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
}
