import type { Entry } from '#workflows/kit/journal.js';
import type { Parameter } from './columns.js';
import { nextHash } from './hash-chain.js';
import type { WrittenEntry } from './read-journal.js';

/** The rows of the journal that a case's next entries are, behind a row of this hash. */
export function chained(previous: string, entries: readonly Entry[]): WrittenEntry[] {
  let hash = previous;
  return entries.map((entry) => {
    hash = nextHash(hash, entry);
    return { seq: entry.seq, at: entry.at, type: entry.type, entry, hash };
  });
}

/** Writes the rows of a JSON array, the second parameter, into the journal of a case, the first. */
export const appendJournal = (ref: Parameter, rows: Parameter): string => `
  INSERT INTO journal (case_ref, seq, at, type, entry, hash)
  SELECT ${ref}, seq, to_timestamp(at / 1000), type, entry, hash
  FROM jsonb_to_recordset(${rows}::jsonb) AS t(seq int, at float8, type text, entry jsonb, hash text)`;
