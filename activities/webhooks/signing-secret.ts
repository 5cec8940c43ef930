import { createHmac, randomBytes } from 'node:crypto';
import { openBytes, sealBytes } from '../codec/aes-gcm.js';
import type { CodecKeys } from '../codec/codec-keys.js';

/** A signing secret as the database holds it: encrypted by a key of JALON_CODEC_KEYS, which it names. */
export interface SealedSecret {
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly secretBy: string;
}

/** 32 bytes. */
export const newSigningSecret = (): Buffer => randomBytes(32);

/** As receivers configure it. */
export const secretText = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

/** It has to be read again to sign: a digest would not do, as for what others show us. */
export function sealSecret({ current, keys }: CodecKeys, webhookId: string, secret: Buffer): SealedSecret {
  const key = keys.get(current);
  if (!key) throw new RangeError('The current key is not among the keys.');
  return { secret: new Uint8Array(sealBytes(key, secret, beside(webhookId))), secretBy: current };
}

/** Throws when the key that sealed it is not there, or does not fit. */
export function openSecret({ keys }: CodecKeys, webhookId: string, secret: Uint8Array, by: string): Buffer {
  const key = keys.get(by);
  if (!key) throw new Error(`The secret of webhook ${webhookId} is sealed by "${by}", which JALON_CODEC_KEYS does not hold.`);
  return openBytes(key, Buffer.from(secret), beside(webhookId));
}

const beside = (webhookId: string) => `webhook\0${webhookId}`;

/** Standard Webhooks 1.0: one signature for each secret that is live, `v1,` and the HMAC-SHA256 of id, instant in seconds and body. */
export const signatures = (secrets: readonly Uint8Array[], id: string, seconds: number, body: string): string =>
  secrets.map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`).join(' ');
