import type { CaseSummary, Entry, EntryOf, EntryType } from '#workflows/kit/journal.js';
import type { CaseStart } from '#workflows/kit/messages.js';
import type { Attachment } from './loading.js';

/** A case whose past was rehearsed: everything else about it stands in its journal. */
export interface LoadedCase {
  readonly journal: readonly Entry[];
  /** Which of its parent's items a child case is, such as `child-reconversion-3m-2`. */
  readonly parentItem?: string;
  /** Files that its answers name. */
  readonly attachments?: readonly Attachment[];
}

export function openingOf({ journal: [opened] }: Pick<LoadedCase, 'journal'>): EntryOf<'opened'> {
  if (opened?.type !== 'opened') throw new RangeError('The journal of a case begins with its opening.');
  return opened;
}

/** The argument of the workflow that takes the case up: nothing of its past is delivered again. */
export function startOf(one: LoadedCase): CaseStart {
  const { procedure, revision, ref, input, by, parent } = openingOf(one);
  return {
    procedure,
    revision,
    ref,
    input,
    by,
    ...(parent !== undefined && { parent: { ref: parent, item: one.parentItem ?? '' } }),
    carried: { past: one.journal, keys: [], effects: [] },
  };
}

export const isClosed = ({ journal }: LoadedCase): boolean => journal.some(({ type }) => type === 'closed');

/** The entries of one type. */
export const entriesOf = <T extends EntryType>({ journal }: LoadedCase, type: T): EntryOf<T>[] =>
  journal.filter((entry): entry is EntryOf<T> => entry.type === type);

/** Whose case it was when the entry was written: a transfer changes that. */
export function summaryAt(one: LoadedCase, seq: number): CaseSummary {
  const moved = entriesOf(one, 'transferred').findLast((entry) => entry.seq <= seq);
  const { summary } = openingOf(one);
  return moved ? { ...summary, owner: moved.owner, bodyName: moved.bodyName, siret: moved.siret } : summary;
}
