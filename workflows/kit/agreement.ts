import type { Entry, EntryBody } from './journal.js';
import { sameJson } from './same-json.js';

/** How a resumed run is held against its past: to the letter, or only that it did the same things in the same order. */
export type Agreement = 'exact' | 'shape';

export interface Past {
  readonly entries: readonly Entry[];
  readonly agreement: Agreement;
  /** Answers that were corrected, by item: the story reads the corrected one from the start. */
  readonly corrections: ReadonlyMap<string, unknown>;
}

/** Where a story, run again, no longer does what its past says. */
export interface Divergence {
  readonly seq: number;
  readonly was: Entry | undefined;
  readonly would: EntryBody | undefined;
}

export function agrees(was: Entry, would: Entry, agreement: Agreement | undefined): boolean {
  return agreement === 'exact' ? sameJson(was, would) : sameJson(shape(was), shape(would));
}

/** What an entry is about, without its figures: two runs of the same shape asked the same things in the same order. */
function shape(entry: Entry): unknown {
  switch (entry.type) {
    case 'entered':
      return [entry.type, entry.stage];
    case 'asked':
      return [entry.type, entry.id, entry.to.role];
    case 'told':
      return [entry.type, entry.to.role, entry.template];
    case 'produced':
      return [entry.type, entry.document];
    case 'measured':
      return [entry.type, entry.indicator];
    case 'informed':
      return [entry.type, entry.ref, entry.event];
    case 'closed':
      return [entry.type, entry.outcome.kind];
    default:
      return [entry.type, 'id' in entry ? entry.id : null];
  }
}
