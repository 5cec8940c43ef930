import { genesis, nextHash } from '../journal/hash-chain.js';
import { type Check, doubt, fault, orGood } from './check.js';
import { entryShape, type Manifest } from './pack.js';

/**
 * Computes the chain of `journal.jsonl` again. An entry that was changed is named alone: those after it are compared with the digest
 * that it carries. A hidden entry's digest cannot be computed; it stands between two that are.
 */
export function checkJournal(text: string, { head, hiddenEntries }: Manifest): readonly Check[] {
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
    if (seq !== seen.seq + 1) {
      faults.push(fault(outOfPlace(seen.seq, seq)));
      previous = undefined;
    }
    if (!entry) seen.hidden += 1;
    else if (entry.seq !== seq || entry.at !== at) faults.push(fault(`Écriture ${seq} : le numéro ou l’instant ne sont pas les siens.`));
    else if (previous !== undefined && nextHash(previous, entry) !== hash)
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
    ...(hiddenEntries > 0 ? [doubt(`${hiddenEntries} écriture(s) masquée(s) : leur empreinte est crue sur la foi de la signature.`)] : []),
  ];
}

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
