import { readCodecKeys } from '#activities/codec/codec-keys.js';

/** JALON_CODEC_KEYS of the tests. */
export const testCodecKeys = JSON.stringify({ current: 'test', keys: { test: Buffer.alloc(32, 7).toString('base64') } });
export const testKeys = readCodecKeys(testCodecKeys);
