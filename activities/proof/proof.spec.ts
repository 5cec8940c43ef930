import { createHash, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { altered, builtPack, type Files, newKey, olderPack, receipt, textOf } from '../../test/builders/proof-packs.js';
import { documentPath } from './pack.js';
import { readProofKey } from './proof-key.js';
import { runVerification } from './run-verification.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-proof-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command prints of a pack, and its exit code. */
function verified(pack: Uint8Array, key?: string) {
  writeFileSync(join(folder, 'pack.zip'), pack);
  if (key !== undefined) writeFileSync(join(folder, 'key.pem'), readProofKey(key).publicKey);
  const lines: string[] = [];
  const print = (line: string) => lines.push(line.replaceAll(/[\u00A0\u202F]/g, ' '));
  const code = runVerification(['pack.zip', ...(key === undefined ? [] : ['--key', 'key.pem'])], { folder, print });
  return { code, lines, faults: lines.filter((line) => line.startsWith('✗')) };
}

const document = documentPath(receipt);
const line = (files: Files, seq: number) => textOf(files, 'journal.jsonl').split('\n')[seq - 1] ?? '';
const rewritten = (files: Files, change: (lines: string[]) => string[]) =>
  (files['journal.jsonl'] = Buffer.from(change(textOf(files, 'journal.jsonl').trimEnd().split('\n')).join('\n')));

describe('a pack that nobody touched', () => {
  it('is right by the service’s key', async () => {
    const key = newKey();
    const { code, lines } = verified(await builtPack({ key }), key);
    expect(lines.map((one) => one[0])).toEqual(['✓', '✓', '✓', '✓', '→']);
    expect(code).toBe(0);
  });

  it('is right by the key it carries, which is said', async () => {
    const { code, lines } = verified(await builtPack());
    expect([code, lines[1]]).toEqual([0, expect.stringContaining('! Cette clé vient de l’archive')]);
  });

  it('with hidden entries proves their places, and shows nothing to guess them by', async () => {
    const pack = await builtPack({ hidden: [2, 3] });
    const { code, lines } = verified(pack);
    expect(code).toBe(0);
    expect(lines).toContain('✓ 2 écriture(s) masquée(s) : leur place et leur instant sont dans la chaîne, leur contenu ne s’y lit pas.');
    const files = unzipSync(pack);
    expect(line(files, 3)).not.toMatch(/verdict|salt/);
    const again = unzipSync(await builtPack({ hidden: [2, 3] }));
    const commitment = (of: Files) => (JSON.parse(line(of, 3)) as { commitment: string }).commitment;
    expect(commitment(again)).not.toBe(commitment(files));
    expect(textOf(files, 'LISEZMOI.txt')).toContain('CETTE ARCHIVE EST UN EXTRAIT');
  });

  it('made before the record was sealed is right too, its hidden entries on trust', async () => {
    const key = newKey();
    expect(verified(await olderPack({ key }), key)).toMatchObject({ code: 0, faults: [] });
    const { code, lines } = verified(await olderPack({ hidden: [2, 3] }));
    expect(code).toBe(0);
    expect(lines).toContain('! 2 écriture(s) masquée(s) : leur empreinte est crue sur la foi de la signature.');
    const changed = altered(await olderPack({ key }), (files) =>
      rewritten(files, (all) => all.map((one) => one.replace('"complete"', '"incomplete"'))),
    );
    expect(verified(changed, key).faults).toContainEqual(expect.stringMatching(/^✗ Écriture 3 : son empreinte ne correspond pas/));
  });

  it('names a document safely, and says its digest twice', async () => {
    const files = unzipSync(await builtPack());
    expect(document).toBe(`documents/${receipt.id}-Accuse-de-reception.pdf`);
    const manifest = JSON.parse(textOf(files, 'manifest.json')) as { documents: object[]; files: { path: string; sha256: string }[] };
    expect(manifest.documents).toMatchObject([{ id: receipt.id, sha256: receipt.sha256, path: document }]);
    expect(manifest.files.find(({ path }) => path === document)?.sha256).toBe(receipt.sha256);
  });

  it('is signed over the very bytes of its manifest, so that openssl can check it', async () => {
    const files = unzipSync(await builtPack());
    const { publicKey, signature } = JSON.parse(textOf(files, 'signature.json')) as { publicKey: string; signature: string };
    expect(verify(null, files['manifest.json'] ?? Buffer.of(), publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    expect(textOf(files, 'LISEZMOI.txt')).toContain('openssl pkeyutl -verify -pubin -inkey cle.pem -rawin -in manifest.json');
  });
});

describe('what somebody changed in a pack is found and named', () => {
  const changes: readonly (readonly [string, (files: Files) => void, readonly string[]])[] = [
    [
      'one byte of a document',
      (files) => (files[document]![5]! ^= 1),
      [`✗ ${document} : le fichier a été modifié, son empreinte ne correspond plus.`],
    ],
    [
      'one entry',
      (files) => rewritten(files, (lines) => lines.map((one) => one.replace('"complete"', '"incomplete"'))),
      [
        '✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.',
        '✗ Écriture 3 : son empreinte ne correspond pas à ce qu’elle dit et à l’écriture précédente.',
      ],
    ],
    [
      'the instant of a hidden entry',
      (files) => rewritten(files, (lines) => lines.map((one) => one.replace('"at":2000', '"at":2001'))),
      [
        '✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.',
        '✗ Écriture 2 : son empreinte ne correspond pas à ce qu’elle dit et à l’écriture précédente.',
      ],
    ],
    [
      'the salt of an entry',
      (files) => rewritten(files, (lines) => lines.map((one) => one.replace(/"salt":"[0-9a-f]{8}/, '"salt":"00000000'))),
      [
        '✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.',
        ...[1, 3, 4].map((seq) => `✗ Écriture ${seq} : son empreinte ne correspond pas à ce qu’elle dit et à l’écriture précédente.`),
      ],
    ],
    [
      'an entry dropped',
      (files) => rewritten(files, (lines) => lines.toSpliced(1, 1)),
      [
        '✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.',
        '✗ Écriture 2 : elle manque.',
        '✗ 0 écriture(s) masquée(s) ; le manifeste en annonce 1.',
      ],
    ],
    [
      'the last entry dropped',
      (files) => rewritten(files, (lines) => lines.slice(0, -1)),
      ['✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.', '✗ Écriture 4 : elle manque.'],
    ],
    [
      'a line that is no entry',
      (files) => rewritten(files, (lines) => lines.with(1, '{')),
      [
        '✗ journal.jsonl : le fichier a été modifié, son empreinte ne correspond plus.',
        '✗ journal.jsonl : la ligne qui suit l’écriture 1 ne se lit pas.',
        '✗ Écriture 2 : elle manque.',
        '✗ 0 écriture(s) masquée(s) ; le manifeste en annonce 1.',
      ],
    ],
    ['a file taken away', (files) => Reflect.deleteProperty(files, document), [`✗ ${document} : le fichier manque.`]],
    ['a file added', (files) => (files['documents/autre.pdf'] = Buffer.from('x')), ['✗ documents/autre.pdf : le fichier a été ajouté.']],
    [
      'the manifest, to agree with a changed document',
      (files) => {
        files[document]![5]! ^= 1;
        const digest = createHash('sha256').update(files[document]!).digest('hex');
        files['manifest.json'] = Buffer.from(textOf(files, 'manifest.json').replaceAll(receipt.sha256, digest));
      },
      ['✗ signature.json : la signature n’est pas celle de ce manifeste.'],
    ],
    ['no signature', (files) => Reflect.deleteProperty(files, 'signature.json'), ['✗ signature.json : elle manque ou ne se lit pas.']],
  ];

  it.each(changes)('%s', async (_name, change, faults) => {
    const { code, faults: found } = verified(altered(await builtPack({ hidden: [2] }), change));
    expect([code, found]).toEqual([1, faults]);
  });

  it('the signature of another pack by the same key', async () => {
    const key = newKey();
    const other = unzipSync(await builtPack({ key, hidden: [3] }));
    const pack = altered(await builtPack({ key }), (files) => (files['signature.json'] = other['signature.json']!));
    expect(verified(pack, key).faults).toEqual(['✗ signature.json : la signature n’est pas celle de ce manifeste.']);
  });

  it('the signature of somebody else', async () => {
    const [ours, theirs] = [newKey(), newKey()];
    const { code, faults } = verified(await builtPack({ key: theirs }), ours);
    const [id, expected] = [readProofKey(theirs).id, readProofKey(ours).id];
    expect([code, faults]).toEqual([
      1,
      [`✗ signature.json : l’archive est signée par la clé ${id}, et non par celle que vous donnez, ${expected}.`],
    ]);
  });

  it('a document that the service’s store changed or lost', async () => {
    const changed = verified(await builtPack({ stored: 'autre chose' }));
    expect(changed.faults).toEqual([`✗ ${document} : ce n’est pas le document que le service a reçu ou produit.`]);
    const lost = verified(await builtPack({ stored: null }));
    expect(lost.faults).toEqual([`✗ Document « ${receipt.filename} » (${receipt.id}) : le service n’a pas pu le joindre à l’archive.`]);
  });
});

describe('what is no pack', () => {
  it.each([
    ['no ZIP', Buffer.from('bonjour')],
    ['another ZIP', altered(Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64'), (files) => (files['a.txt'] = Buffer.from('a')))],
  ])('%s: nothing was checked', (_name, bytes) => {
    expect(verified(bytes).code).toBe(2);
  });

  it('no file, or no argument: says how to use it', () => {
    const lines: string[] = [];
    const surroundings = { folder: dirname(folder), print: (one: string) => lines.push(one) };
    expect([runVerification(['nulle-part.zip'], surroundings), runVerification([], surroundings)]).toEqual([2, 2]);
    expect(lines.at(-1)).toContain('npm run proof:verify');
  });
});

describe('the service’s key', () => {
  const pem = newKey();
  const der = Buffer.from(pem.replaceAll(/-----.*-----|\n/g, ''), 'base64');
  it.each([
    ['PEM', () => pem],
    ['PEM on one line', () => pem.replaceAll('\n', '\\n')],
    ['base64 of PKCS8', () => der.toString('base64')],
    ['base64 of a PEM', () => Buffer.from(pem).toString('base64')],
    [
      'the path of a file',
      () => {
        writeFileSync(join(folder, 'service.pem'), pem);
        return join(folder, 'service.pem');
      },
    ],
  ])('is read as %s', (_name, text) => {
    expect(readProofKey(text()).id).toBe(readProofKey(pem).id);
  });

  it.each(['', 'secret', Buffer.alloc(32).toString('base64')])('is refused without being quoted: %j', (text) => {
    expect(() => readProofKey(text)).toThrow(/^not an Ed25519 private key \(PKCS8\)$/);
  });
});
