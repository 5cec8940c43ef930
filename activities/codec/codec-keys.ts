import { z } from 'zod';

/** Keys of the payload codec. `current` encrypts; the others still open what they closed. */
export interface CodecKeys {
  readonly current: string;
  /** 32 bytes each, by id. */
  readonly keys: ReadonlyMap<string, Buffer>;
}

const key = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32) context.addIssue({ code: 'custom', message: 'an AES-256 key has 32 bytes, in base64' });
  return bytes;
});

const shape = z
  .object({ current: z.string().min(1), keys: z.record(z.string().min(1), key) })
  .refine(({ current, keys }) => Object.hasOwn(keys, current), { message: 'the current key is not among the keys', path: ['current'] });

/** Reads JALON_CODEC_KEYS: `{"current": "2026", "keys": {"2026": "<base64>"}}`. The errors never quote a key. */
export function readCodecKeys(text: string): CodecKeys {
  const { current, keys } = shape.parse(parsed(text));
  return { current, keys: new Map(Object.entries(keys)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('JALON_CODEC_KEYS is not JSON.');
  }
}
