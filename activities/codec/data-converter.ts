import type { DataConverter } from '@temporalio/common';
import { AesGcmCodec } from './aes-gcm-codec.js';
import type { CodecKeys } from './codec-keys.js';

/** The data converter that the worker and every client must share. */
export const dataConverter = (keys: CodecKeys): DataConverter => ({ payloadCodecs: [new AesGcmCodec(keys)] });
