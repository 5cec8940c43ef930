import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The key by which the service signs its packs. */
export interface ProofKey {
  readonly id: string;
  /** SPKI, PEM. */
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Buffer;
}

/**
 * Reads JALON_PROOF_KEY: an Ed25519 private key (PKCS8) in PEM, in base64, or the path of a file that holds one of these.
 * The errors never quote a key.
 */
export function readProofKey(text: string): ProofKey {
  const key = privateKey(text.trim()) ?? privateKey(fileContent(text.trim()));
  if (key?.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 private key (PKCS8)');
  const publicKey = createPublicKey(key);
  return { id: keyId(publicKey), publicKey: pemOf(publicKey), sign: (bytes) => sign(null, bytes, key) };
}

/** Reads a public key in PEM. Throws when it is none. */
export function readPublicKey(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 public key');
  return key;
}

/** What people compare: the first 16 hexadecimal digits of the key's SHA-256. */
export const keyId = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

export const isSigned = (bytes: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean =>
  verify(null, bytes, publicKey, signature);

const pemOf = (publicKey: KeyObject) => publicKey.export({ type: 'spki', format: 'pem' }).toString();

function privateKey(text: string): KeyObject | undefined {
  try {
    // In a file of variables a PEM stands on one line.
    if (text.includes('-----BEGIN')) return createPrivateKey(text.replaceAll('\\n', '\n'));
    const bytes = Buffer.from(text, 'base64');
    if (bytes.includes('-----BEGIN')) return createPrivateKey(bytes.toString());
    return createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

function fileContent(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
