import type { KeyObject } from 'node:crypto';
import type { ZodType } from 'zod';
import { type Check, doubt, fault, good, orGood } from './check.js';
import { checkJournal } from './check-journal.js';
import { type Manifest, manifestShape, maximumPackSize, type PackSignature, signatureShape } from './pack.js';
import { isSigned, keyId, readPublicKey } from './proof-key.js';
import { Pack } from './read-pack.js';

const unlisted: ReadonlySet<string> = new Set(['manifest.json', 'signature.json']);

/**
 * Checks a pack by itself: no network, no database. `expected` is the service's public key as the verifier had it from elsewhere;
 * without it the signature is checked by the key that the pack carries, which is said.
 *
 * Throws when the bytes are no ZIP or hold no manifest that can be read.
 */
export function verifyPack(bytes: Uint8Array, expected?: KeyObject): readonly Check[] {
  const pack = new Pack(bytes);
  const written = pack.read('manifest.json', maximumPackSize);
  const manifest = written && parsed(manifestShape, written);
  if (!manifest) throw new Error('manifest.json manque ou ne se lit pas : ce n’est pas une archive de preuve de Jalon.');
  return [
    ...checkSignature(pack, written, expected),
    ...checkFiles(pack, manifest),
    ...checkDocuments(manifest),
    ...checkJournal(pack.read('journal.jsonl', maximumPackSize)?.toString() ?? '', manifest),
    ...(manifest.extract ? [doubt('Cette archive est un extrait : elle ne contient que ce que son destinataire peut lire.')] : []),
  ];
}

function checkSignature(pack: Pack, manifest: Uint8Array, expected: KeyObject | undefined): readonly Check[] {
  const written = pack.read('signature.json', maximumPackSize);
  const signature = written && parsed<PackSignature>(signatureShape, written);
  const carried = signature && keyOf(signature.publicKey);
  if (!signature || !carried) return [fault('signature.json : elle manque ou ne se lit pas.')];
  const id = keyId(expected ?? carried);
  if (expected && keyId(carried) !== id)
    return [fault(`signature.json : l’archive est signée par la clé ${keyId(carried)}, et non par celle que vous donnez, ${id}.`)];
  if (!isSigned(manifest, Buffer.from(signature.signature, 'base64'), expected ?? carried))
    return [fault('signature.json : la signature n’est pas celle de ce manifeste.')];
  if (expected) return [good(`Signature : le manifeste est signé par la clé que vous donnez, ${id}.`)];
  return [
    good(`Signature : le manifeste est signé par la clé ${id}.`),
    doubt('Cette clé vient de l’archive : comparez-la avec celle que le service publie (/api/proof/key), ou donnez-la par --key.'),
  ];
}

function checkFiles(pack: Pack, { files }: Manifest): readonly Check[] {
  const names = pack.files.map(({ name }) => name);
  const listed = new Set(files.map(({ path }) => path));
  const faults = [
    ...files.flatMap(({ path, size, sha256 }) => {
      if (!names.includes(path)) return [fault(`${path} : le fichier manque.`)];
      return pack.digest(path, size) === sha256 ? [] : [fault(`${path} : le fichier a été modifié, son empreinte ne correspond plus.`)];
    }),
    ...names.filter((name) => !listed.has(name) && !unlisted.has(name)).map((name) => fault(`${name} : le fichier a été ajouté.`)),
    ...[...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) =>
      fault(`${name} : le fichier est là deux fois.`),
    ),
  ];
  return orGood(faults, `Fichiers : ${files.length}, tous conformes à leur empreinte.`);
}

/** The manifest says what the service knew of each document, and what its store then gave. */
function checkDocuments({ documents, files }: Manifest): readonly Check[] {
  const packed = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const faults = documents.flatMap(({ id, filename, path, sha256 }) => {
    if (path === undefined) return [fault(`Document « ${filename} » (${id}) : le service n’a pas pu le joindre à l’archive.`)];
    return packed.get(path) === sha256 ? [] : [fault(`${path} : ce n’est pas le document que le service a reçu ou produit.`)];
  });
  return orGood(faults, `Documents : ${documents.length}, tels que le service les a reçus ou produits.`);
}

function parsed<T>(shape: ZodType<T>, bytes: Buffer): T | undefined {
  try {
    return shape.parse(JSON.parse(bytes.toString()));
  } catch {
    return undefined;
  }
}

function keyOf(pem: string): KeyObject | undefined {
  try {
    return readPublicKey(pem);
  } catch {
    return undefined;
  }
}
