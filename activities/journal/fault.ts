import { genesis, nextHash } from './hash-chain.js';
import type { WrittenCase, WrittenEntry } from './read-journal.js';

/** Something that is not as the journal says, in French, for the person who looks after the service. */
export interface Fault {
  readonly ref: string;
  readonly seq?: number;
  readonly what: string;
}

/** Where a case's chain breaks first; what follows cannot be trusted. */
export function chainFault({ ref, entries }: WrittenCase): Fault | undefined {
  let hash = genesis;
  for (const [index, written] of entries.entries()) {
    const seq = index + 1;
    if (written.seq !== seq) return { ref, seq, what: 'L’écriture manque.' };
    hash = nextHash(hash, written.entry);
    if (hash !== written.hash) return { ref, seq, what: 'L’écriture a été modifiée : son empreinte ne correspond plus.' };
    if (!isLabelled(written)) return { ref, seq, what: 'L’écriture est intacte, mais sa date ou son type ont été modifiés à côté d’elle.' };
  }
  return undefined;
}

/** The columns beside the entry are not under its hash: they must repeat what it says. */
const isLabelled = ({ entry, ...written }: WrittenEntry) => written.at === entry.at && written.type === entry.type;
