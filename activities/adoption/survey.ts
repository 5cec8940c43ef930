import { setImmediate } from 'node:timers/promises';
import { adoptionOf, type AdoptionVerdict } from '#workflows/kit/adoption.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { ToldCase } from '#workflows/kit/retelling.js';

/** What becomes of one running case, and what has been asked about it before. */
export interface SurveyedCase {
  readonly ref: string;
  readonly now: number;
  readonly verdict: AdoptionVerdict;
  /** Requests to adopt this very revision that the journal holds. */
  readonly asked: { readonly total: number; readonly open: boolean };
}

/** Offers a revision to each case in turn. Reads, decides, writes nothing. */
export async function* survey(
  cases: AsyncIterable<ToldCase> | Iterable<ToldCase>,
  to: Procedure,
  catalogue: readonly Procedure[],
): AsyncGenerator<SurveyedCase> {
  const revision = (id: string) => catalogue.find((one) => one.id === to.id && one.revision === id);
  for await (const told of cases) {
    const verdict = await adoptionOf(told, to, { revision, settle: () => setImmediate() });
    yield { ref: told.start.ref, now: told.now, verdict, asked: requests(told.journal, to.revision) };
  }
}

/** A request is open while the second person's task is. */
function requests(journal: readonly Entry[], revision: string): SurveyedCase['asked'] {
  const asks = (intervention: unknown) => {
    const { kind, revision: wished } = (intervention ?? {}) as { kind?: string; revision?: string };
    return kind === 'adopt' && wished === revision;
  };
  const ended = new Set(journal.flatMap((entry) => (entry.type === 'answered' || entry.type === 'dropped' ? [entry.id] : [])));
  return {
    total: journal.filter((entry) => entry.type === 'requested' && asks(entry.intervention)).length,
    open: journal
      .filter((entry): entry is EntryOf<'asked'> & Entry => entry.type === 'asked' && !ended.has(entry.id))
      .some(({ context }) => asks((context as { intervention?: unknown } | undefined)?.intervention)),
  };
}
