import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { zipOf } from '../../test/builders/zip.js';
import { openFileStore } from './open-file-store.js';
import { receiveFile } from './receive-file.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n', 'latin1');
const contentTypes = (part: string) =>
  zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.${part}.main+xml"/></Types>`,
  });
const openDocument = (kind: string) => zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}` });

describe('what a received file really is', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jalon-sniff-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const receive = (name: string, content: Buffer) => receiveFile(openFileStore({ folder }), Readable.from([content]), name);

  it.each([
    ['budget.pdf', pdf, 'application/pdf'],
    ['PHOTO.PNG', png, 'image/png'],
    [
      'note.docx',
      contentTypes('openxmlformats-officedocument.wordprocessingml.document'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'plan.xlsx',
      contentTypes('openxmlformats-officedocument.spreadsheetml.sheet'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    [
      'comité.pptx',
      contentTypes('openxmlformats-officedocument.presentationml.presentation'),
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ],
    ['lettre.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['pièces.zip', zipOf({ 'a.txt': 'a' }), 'application/zip'],
    ['lisez-moi.txt', Buffer.from('Déjà l’été\r\n'), 'text/plain'],
    ['ancien.txt', Buffer.from('D\xe9j\xe0', 'latin1'), 'text/plain'],
    ['dépenses.csv', Buffer.from('poste;montant\nsalaires;12000\n'), 'text/csv'],
  ])('accepts %s', async (name, content, mediaType) => {
    expect(await receive(name, content)).toMatchObject({ mediaType, size: content.length });
  });

  it.each([
    ['page.html', Buffer.from('<!doctype html><p>'), 'fileTypeRefused'],
    ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'fileTypeRefused'],
    ['page.txt', Buffer.from('\n<HTML><script>alert(1)</script>'), 'fileTypeRefused'],
    ['logo.txt', Buffer.from('<!-- a --><svg onload="alert(1)"/>'), 'fileTypeRefused'],
    ['marked.csv', Buffer.from('\uFEFF<script>alert(1)</script>'), 'fileTypeRefused'],
    ['program.pdf', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'fileTypeRefused'],
    ['macros.docx', contentTypes('ms-word.document.macroEnabled'), 'fileTypeRefused'],
    ['binary.txt', Buffer.from([1, 2, 3, 0, 4]), 'fileTypeRefused'],
    ['noextension', pdf, 'fileTypeRefused'],
    ['photo.pdf', png, 'fileTypeMismatch'],
    ['pièces.zip', contentTypes('openxmlformats-officedocument.wordprocessingml.document'), 'fileTypeMismatch'],
    ['texte.pdf', Buffer.from('bonjour'), 'fileTypeMismatch'],
  ])('refuses %s and keeps nothing', async (name, content, code) => {
    const before = await readdir(folder, { recursive: true });
    await expect(receive(name, content)).rejects.toMatchObject({ code });
    expect((await readdir(folder, { recursive: true })).length).toBe(before.length);
  });
});
