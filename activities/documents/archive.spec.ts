import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from '../../test/builders/zip.js';
import { inspectArchive } from './archive.js';

const gigabyte = 1024 ** 3;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jalon-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(content: Buffer): Promise<void> {
  const path = join(folder, 'archive');
  await writeFile(path, content);
  return inspectArchive(path, content.length);
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.txt`, 'a']));

it('lets an ordinary archive in', async () => {
  await expect(inspect(zipOf({ 'budget/2026.csv': 'poste;montant', 'lisez-moi.txt': 'Bonjour' }))).resolves.toBeUndefined();
});

it.each([
  ['would fill a disk', zipOf({ 'a.txt': 'a', 'b.txt': 'b' }, { unpacked: gigabyte })],
  ['unpacks to two hundred times what it is', zipOf({ 'a.txt': 'a' }, { unpacked: 30 * 1024 ** 2 })],
  ['holds more files than anybody reads', zipOf(many(5_001))],
  ['leads out of its folder', zipOf({ '../../etc/passwd': 'root' })],
  ['names an absolute place', zipOf({ '/etc/passwd': 'root' })],
  ['is encrypted', zipOf({ 'secret.txt': 'a' }, { encrypted: true })],
  ['is cut short', zipOf({ 'a.txt': 'a'.repeat(500) }).subarray(0, 200)],
])('refuses one that %s', async (_, content) => {
  await expect(inspect(content)).rejects.toMatchObject({ code: 'fileArchiveRefused' });
});
