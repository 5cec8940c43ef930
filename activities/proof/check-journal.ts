import { canonicalJson } from '../journal/canonical-json.js';
import { commitmentOf, nextLink } from '../journal/commitment.js';
import { genesis, nextHash } from '../journal/hash-chain.js';
import { type Check, doubt, fault, good, orGood } from './check.js';
import { entryShape, type Manifest, olderFormat } from './pack.js';

/**
 * Computes the chain of `journal.jsonl` again. An entry that was changed is named alone: those after it are compared with the digest
 * that it carries. A hidden entry is chained by its commitment; in the older format it has none, and its digest is taken on trust.
 */
export function checkJournal(text: string, { format, head, hiddenEntries }: Manifest): readonly Check[] {
  const faults: Check[] = [];
  const seen = { seq: 0, hidden: 0 };
  let previous: string | undefined = genesis;
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const written = entryOf(line);
    if (!written) {
      faults.push(fault(`journal.jsonl : la ligne qui suit l’écriture ${seen.seq} ne se lit pas.`));
      previous = undefined;
      continue;
    }
    const { seq, at, hash, entry } = written;
    const isTrusted = !entry && format === olderFormat;
    if (seq !== seen.seq + 1) {
      faults.push(fault(outOfPlace(seen.seq, seq)));
      previous = undefined;
    }
    if (!entry) seen.hidden += 1;
    if (entry && (entry.seq !== seq || entry.at !== at))
      faults.push(fault(`Écriture ${seq} : le numéro ou l’instant ne sont pas les siens.`));
    else if (previous !== undefined && !isTrusted && hashOf(previous, written, format) !== hash)
      faults.push(fault(`Écriture ${seq} : son empreinte ne correspond pas à ce qu’elle dit et à l’écriture précédente.`));
    previous = hash;
    seen.seq = seq;
  }
  if (seen.seq < head.seq) faults.push(fault(outOfPlace(seen.seq, head.seq + 1)));
  else if (seen.seq > head.seq) faults.push(fault(`Écriture ${head.seq + 1} : elle a été ajoutée, le manifeste finit à ${head.seq}.`));
  else if (previous !== head.hash) faults.push(fault(`Écriture ${head.seq} : son empreinte n’est pas celle que le manifeste annonce.`));
  if (seen.hidden !== hiddenEntries)
    faults.push(fault(`${seen.hidden} écriture(s) masquée(s) ; le manifeste en annonce ${hiddenEntries}.`));
  return [
    ...orGood(faults, `Journal : ${head.seq} écriture(s), de la première à la dernière ; la chaîne d’empreintes est intacte.`),
    ...(hiddenEntries > 0 && faults.length === 0 ? [ofHidden(hiddenEntries, format)] : []),
  ];
}

type Written = NonNullable<ReturnType<typeof entryOf>>;

/** Undefined when the line lacks what its format computes the hash from. */
function hashOf(previous: string, { at, entry, salt, commitment }: Written, format: Manifest['format']): string | undefined {
  if (format === olderFormat) return entry && nextHash(previous, entry);
  const committed = entry && salt !== undefined ? commitmentOf(salt, canonicalJson(entry)) : commitment;
  return committed === undefined ? undefined : nextLink(previous, committed, at);
}

const ofHidden = (count: number, format: Manifest['format']): Check =>
  format === olderFormat
    ? doubt(`${count} écriture(s) masquée(s) : leur empreinte est crue sur la foi de la signature.`)
    : good(`${count} écriture(s) masquée(s) : leur place et leur instant sont dans la chaîne, leur contenu ne s’y lit pas.`);

function outOfPlace(last: number, seq: number): string {
  if (seq <= last) return `Écriture ${seq} : elle n’est pas à sa place, après l’écriture ${last}.`;
  return seq === last + 2 ? `Écriture ${last + 1} : elle manque.` : `Écritures ${last + 1} à ${seq - 1} : elles manquent.`;
}

function entryOf(line: string) {
  try {
    return entryShape.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
