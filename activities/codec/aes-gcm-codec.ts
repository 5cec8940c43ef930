import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import proto from '@temporalio/proto';
import { openBytes, sealBytes } from './aes-gcm.js';
import type { CodecKeys } from './codec-keys.js';

const ENCODING = 'binary/jalon-aes-gcm';
const KEY_ID = 'jalon-key-id';
const COMPRESSION = 'jalon-compression';
const DEFLATE = 'deflate-raw';

/** Below this size compressing costs more than it saves. */
const WORTH_COMPRESSING = 1024;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
const { Payload: PayloadMessage } = proto.temporal.api.common.v1;

/**
 * Encrypts everything that Temporal stores of a case, AES-256-GCM. A payload names its key, so that a new current key leaves
 * the old cases readable as long as their key stays in the list. Layout of the data: nonce, tag, ciphertext.
 */
export class AesGcmCodec implements PayloadCodec {
  constructor(private readonly keys: CodecKeys) {}

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(payloads.map((payload) => this.close(payload)));
  }

  /** Payloads that were never encrypted pass as they are. Throws ValueError for an unknown key or a key that does not fit. */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.all(payloads.map((payload) => this.open(payload)));
  }

  private async close(payload: Payload): Promise<Payload> {
    const id = this.keys.current;
    const plain = PayloadMessage.encode(payload).finish();
    const compressed = plain.length > WORTH_COMPRESSING;
    return {
      metadata: {
        [METADATA_ENCODING_KEY]: Buffer.from(ENCODING),
        [KEY_ID]: Buffer.from(id),
        ...(compressed && { [COMPRESSION]: Buffer.from(DEFLATE) }),
      },
      data: sealBytes(this.keys.keys.get(id)!, compressed ? await deflate(plain) : plain, beside(id, compressed)),
    };
  }

  private async open(payload: Payload): Promise<Payload> {
    if (text(payload, METADATA_ENCODING_KEY) !== ENCODING) return payload;
    const id = text(payload, KEY_ID) ?? '';
    const key = this.keys.keys.get(id);
    if (!key) throw new ValueError(`A payload was encrypted with the key "${id}", which JALON_CODEC_KEYS does not hold.`);
    const compressed = text(payload, COMPRESSION) === DEFLATE;
    const plain = decrypt(Buffer.from(payload.data ?? []), key, id, compressed);
    return PayloadMessage.decode(compressed ? await inflate(plain) : plain);
  }
}

function decrypt(data: Buffer, key: Buffer, id: string, compressed: boolean): Buffer {
  try {
    return openBytes(key, data, beside(id, compressed));
  } catch (cause) {
    throw new ValueError(`The key "${id}" does not open this payload: another key has that id, or the payload was altered.`, cause);
  }
}

/** What the tag protects beside the content. */
const beside = (keyId: string, compressed: boolean) => `${keyId}\0${compressed ? DEFLATE : ''}`;

function text(payload: Payload, name: string): string | undefined {
  const value = payload.metadata?.[name];
  return value ? Buffer.from(value).toString() : undefined;
}
