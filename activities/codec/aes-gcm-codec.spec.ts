import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { AesGcmCodec } from './aes-gcm-codec.js';
import { type CodecKeys, readCodecKeys } from './codec-keys.js';

const newKey = () => randomBytes(32).toString('base64');
const keysOf = (current: string, keys: Readonly<Record<string, string>>): CodecKeys => readCodecKeys(JSON.stringify({ current, keys }));
const value = (payload: Payload) => defaultPayloadConverter.fromPayload<unknown>(payload);

async function there(codec: AesGcmCodec, content: unknown): Promise<Payload> {
  const [payload] = await codec.encode([defaultPayloadConverter.toPayload(content)]);
  return payload!;
}

async function back(codec: AesGcmCodec, payload: Payload): Promise<unknown> {
  const [decoded] = await codec.decode([payload]);
  return value(decoded!);
}

describe('the payload codec', () => {
  const old = newKey();
  const codec = new AesGcmCodec(keysOf('2026', { '2026': old }));

  it.each([['short'], [{ reasons: 'Déjà '.repeat(2000) }], [''], [null]])('gives back what it encrypted', async (content) => {
    expect(await back(codec, await there(codec, content))).toEqual(content);
  });

  it('shows nothing of the content, and never the same twice', async () => {
    const [first, second] = [await there(codec, 'avis défavorable'), await there(codec, 'avis défavorable')];
    expect(Buffer.from(first.data!).toString('latin1')).not.toContain('avis');
    expect(first.data).not.toEqual(second.data);
  });

  it('compresses what is long', async () => {
    const payload = await there(codec, 'a'.repeat(100_000));
    expect(payload.data!.length).toBeLessThan(1_000);
  });

  it('reads old cases after a rotation, and writes with the new key', async () => {
    const rotated = new AesGcmCodec(keysOf('2027', { '2026': old, '2027': newKey() }));
    expect(await back(rotated, await there(codec, 'ancien'))).toBe('ancien');
    await expect(back(codec, await there(rotated, 'nouveau'))).rejects.toThrow(/key "2027".*does not hold/);
  });

  it('says when another key has the same id', async () => {
    const other = new AesGcmCodec(keysOf('2026', { '2026': newKey() }));
    await expect(back(other, await there(codec, 'a'))).rejects.toThrow(/does not open this payload/);
  });

  it.each([0, 12, 30])('refuses a payload altered at byte %d', async (position) => {
    const payload = await there(codec, 'un contenu assez long');
    payload.data![position]! ^= 1;
    await expect(back(codec, payload)).rejects.toThrow(/altered/);
  });

  it('refuses a payload cut short', async () => {
    const payload = await there(codec, 'a');
    await expect(back(codec, { ...payload, data: payload.data!.slice(0, 10) })).rejects.toThrow(/altered/);
  });

  it('lets through what was never encrypted', async () => {
    expect(await back(codec, defaultPayloadConverter.toPayload('clair'))).toBe('clair');
  });
});

describe('the keys', () => {
  it.each([
    ['not JSON', '{', /not JSON/],
    ['a current key that is missing', JSON.stringify({ current: 'b', keys: { a: newKey() } }), /current key/],
    ['a short key', JSON.stringify({ current: 'a', keys: { a: 'c2hvcnQ=' } }), /32 bytes/],
  ])('refuse %s', (_case, text, error) => {
    expect(() => readCodecKeys(text)).toThrow(error);
  });
});
