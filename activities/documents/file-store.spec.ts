import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { filePlace, openFileStore } from './open-file-store.js';
import { maximumFileSize } from './file-store.js';

describe('the file store on a local folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const store = () => openFileStore({ folder });
  const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  it('gives back what it was given, with its size and digest', async () => {
    const content = Buffer.from('Pièce nº 1');
    const { storageKey, size, sha256 } = await store().put(Readable.from([content.subarray(0, 4), content.subarray(4)]));
    expect({ size, sha256 }).toEqual({ size: content.length, sha256: createHash('sha256').update(content).digest('hex') });
    expect(await buffer(await store().get(storageKey))).toEqual(content);
  });

  it('takes a random key for the same content', async () => {
    const first = await store().put(Readable.from([Buffer.from('a')]));
    const second = await store().put(Readable.from([Buffer.from('a')]));
    expect(first.storageKey).not.toBe(second.storageKey);
  });

  it('removes a file, and is calm when it is gone', async () => {
    const { storageKey } = await store().put(Readable.from([Buffer.from('a')]));
    await store().remove(storageKey);
    await store().remove(storageKey);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['a connection that breaks', () => Readable.from(brokenUpload()), /connection lost/],
    ['a file over the limit', () => Readable.from(chunks(maximumFileSize / 65_536 + 1)), /fileTooLarge/],
    ['an empty file', () => Readable.from([]), /fileEmpty/],
  ])('keeps nothing of %s', async (_case, stream, error) => {
    await expect(store().put(stream())).rejects.toThrow(error);
    expect(await files()).toEqual([]);
  });

  it('keeps nothing of a file that its inspector refuses', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    await expect(store().put(Readable.from([Buffer.from('a')]), refuse)).rejects.toThrow('refused');
    expect(await files()).toEqual([]);
  });
});

describe('the place of files', () => {
  it('is an object store as soon as a bucket is named', () => {
    expect(filePlace({ JALON_FILES: '/data', JALON_S3_BUCKET: 'jalon', JALON_S3_REGION: 'gra' })).toMatchObject({
      s3: { bucket: 'jalon', region: 'gra' },
    });
  });

  it('must be said', () => {
    expect(() => filePlace({})).toThrow(/JALON_FILES/);
  });
});

function* chunks(count: number) {
  const chunk = Buffer.alloc(65_536);
  for (let i = 0; i < count; i++) yield chunk;
}

function* brokenUpload() {
  yield Buffer.from('half of the file');
  throw new Error('connection lost');
}
