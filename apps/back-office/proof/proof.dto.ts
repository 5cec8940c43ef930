/** The key by which the service signs packs, to be compared with the one that a pack carries. */
export class ProofKeyView {
  algorithm: string;
  /** First 16 hexadecimal digits of the SHA-256 of the key (SPKI, DER). */
  keyId: string;
  /** SPKI, PEM. */
  publicKey: string;
}
