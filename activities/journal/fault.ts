import type { CodecKeys } from '../codec/codec-keys.js';
import { canonicalJson } from './canonical-json.js';
import { commitmentOf, nextLink } from './commitment.js';
import { genesis, nextHashOf } from './hash-chain.js';
import type { WrittenCase, WrittenEntry } from './read-journal.js';
import type { SealedEntry } from './seal.js';
import { unsealer } from './unseal-record.js';

/** Something that is not as the record says, in French, for the person who looks after the service. */
export interface Fault {
  readonly ref: string;
  readonly seq?: number;
  readonly what: string;
}

/** Its key is no more: of what it said, the record's chain alone is left. */
export const isDestroyed = ({ key }: Pick<WrittenCase, 'key'>): boolean => key?.wrapped === null;

/** Where a case is at fault first; what follows cannot be trusted. */
export function caseFault(written: WrittenCase, keys: CodecKeys): Fault | undefined {
  if (isDestroyed(written)) return recordFault(written) ?? leftInClear(written);
  if (written.entries.length + written.record.length === 0)
    return { ref: written.ref, what: 'Le dossier a une clé, mais rien n’en est écrit.' };
  return recordFault(written) ?? contentFault(written, keys);
}

/** The record's own chain: it needs no key. */
export function recordFault({ ref, record }: WrittenCase): Fault | undefined {
  let hash = genesis;
  for (const [index, { seq, at, commitment, ...row }] of record.entries()) {
    if (seq !== index + 1) return { ref, seq: index + 1, what: 'L’écriture manque au registre scellé.' };
    hash = nextLink(hash, commitment, at);
    if (hash !== row.hash) return { ref, seq, what: 'Le registre scellé a été modifié : l’empreinte ne correspond plus.' };
  }
  return undefined;
}

const leftInClear = ({ ref, entries: [first] }: WrittenCase): Fault | undefined =>
  first && { ref, seq: first.seq, what: 'Le dossier est détruit, mais l’écriture se lit encore dans le journal.' };

/** Each row of the journal says what the record says under the same number, and continues the chain that the application shows. */
function contentFault({ ref, entries, record, key }: WrittenCase, keys: CodecKeys): Fault | undefined {
  const read = opener(ref, key, keys);
  if (typeof read === 'string') return { ref, what: read };
  const rows = new Map(entries.map((one) => [one.seq, one]));
  let hash = genesis;
  for (const sealed of record) {
    const { seq } = sealed;
    const said = read(sealed);
    if (!said) return { ref, seq, what: 'Le registre scellé a été modifié : l’écriture ne se déchiffre pas.' };
    if (commitmentOf(said.salt, said.text) !== sealed.commitment)
      return { ref, seq, what: 'Le registre scellé a été modifié : l’écriture n’est pas celle de son engagement.' };
    const row = rows.get(seq);
    if (!row) return { ref, seq, what: 'L’écriture manque au journal : npm run journal:rebuild la rétablit.' };
    hash = nextHashOf(hash, said.text);
    const what =
      rowFault(row, said.text, hash) ?? (sealed.at === row.at ? undefined : 'La date du registre scellé n’est pas celle de l’écriture.');
    if (what !== undefined) return { ref, seq, what };
  }
  const extra = entries.find(({ seq }) => seq > record.length);
  return extra && { ref, seq: extra.seq, what: 'L’écriture n’est pas encore scellée : l’exécuteur la scelle à son prochain démarrage.' };
}

function rowFault(row: WrittenEntry, text: string, hash: string): string | undefined {
  if (canonicalJson(row.entry) !== text) return 'L’écriture a été modifiée : ce n’est pas celle du registre scellé.';
  if (row.hash !== hash) return 'L’écriture est intacte, mais son empreinte a été modifiée.';
  return isLabelled(row) ? undefined : 'L’écriture est intacte, mais sa date ou son type ont été modifiés à côté d’elle.';
}

/** What opens a case's rows; or why nothing can, in French. */
function opener(ref: string, key: WrittenCase['key'], keys: CodecKeys) {
  if (!key) return () => undefined;
  try {
    const read = unsealer(keys, ref, key);
    return (row: SealedEntry) => {
      try {
        return read(row);
      } catch {
        return undefined;
      }
    };
  } catch {
    return `La clé du dossier ne s’ouvre pas : elle a été modifiée, ou JALON_CODEC_KEYS ne tient pas la clé « ${key.wrappedBy} ».`;
  }
}

/** The columns beside the entry are not under its hash: they must repeat what it says. */
const isLabelled = ({ entry, ...written }: WrittenEntry) => written.at === entry.at && written.type === entry.type;
