import { requestIntervention } from './approval.js';
import type { Agreement } from './agreement.js';
import { CaseRun } from './case-run.js';
import { interveneInPlace, movedItems, moveTo } from './intervening.js';
import type { Entry, EntryOf } from './journal.js';
import type { CaseStart } from './messages.js';
import type { Procedure } from './procedure.js';

/** The last corrected answer of each item. */
export function correctionsOf(entries: readonly Entry[]): Map<string, unknown> {
  return new Map(
    entries.filter((entry): entry is EntryOf<'corrected'> => entry.type === 'corrected').map(({ id, answer }) => [id, answer]),
  );
}

/**
 * Runs a story again from its journal, to where the journal ends. The run's `divergence` says at which entry the story no longer
 * does what its past says; otherwise the run can go on, on either clock.
 *
 * A past with corrections or an adoption is held to its shape only: its letters were written from the answers of their day.
 */
export async function resume(
  procedure: Procedure,
  start: CaseStart,
  entries: readonly Entry[],
  settle: () => Promise<void>,
  agreement?: Agreement,
): Promise<CaseRun> {
  const changed = entries.some(({ type }) => type === 'corrected' || type === 'adopted');
  const past = { entries, agreement: agreement ?? (changed ? 'shape' : 'exact'), corrections: correctionsOf(entries) } as const;
  const run = new CaseRun(procedure, start, entries[0]?.at ?? 0, past);
  await replay(run, settle);
  return run;
}

/** Feeds a fresh run its past: each input at the time it really came, each time letting the story settle. */
export async function replay(run: CaseRun, settle: () => Promise<void>): Promise<void> {
  const entries = run.past?.entries ?? [];
  const first = entries[0];
  if (!first) return;
  run.now = first.at;
  run.open();
  await settle();
  while (run.journal.length < entries.length && !run.divergence && !run.failure) {
    const next = entries[run.journal.length];
    if (!next) break;
    run.now = next.at;
    if (!feed(run, next)) run.divergence = { seq: next.seq, was: next, would: undefined };
    await settle();
  }
}

/** Does again what made this entry; false when the run has no such thing open: it is then an output that the story did not write. */
function feed(run: CaseRun, entry: Entry): boolean {
  switch (entry.type) {
    case 'answered': {
      const item = run.items.get(entry.id);
      if (item?.kind !== 'task') return false;
      run.answer(item, entry.by, entry.answer, entry.receivedAt);
      return true;
    }
    case 'happened': {
      const item = run.items.get(entry.id);
      if (item?.kind !== 'event') return false;
      run.happen(item, entry.by, entry.data, entry.receivedAt);
      return true;
    }
    case 'childClosed': {
      const item = run.items.get(entry.id);
      if (item?.kind !== 'child') return false;
      run.end(item, { type: 'childClosed', id: entry.id, outcome: entry.outcome }, { kind: 'closed', outcome: entry.outcome });
      return true;
    }
    case 'requested':
      requestIntervention(run, entry.intervention, entry.by);
      return true;
    case 'paused': {
      const { cause, basis, reason, until } = entry;
      run.suspend(entry.by, { cause, reason, ...(basis !== undefined && { basis }) }, until);
      break;
    }
    case 'resumed':
      interveneInPlace(run, { kind: 'resume', reason: entry.reason }, entry.by);
      break;
    case 'extended':
      run.extend(entry.id, entry.by, entry.extension);
      break;
    case 'reassigned':
      run.reassign(entry.id, entry.by, entry.to, entry.reason);
      break;
    case 'transferred':
      run.transfer(entry.by, entry, entry.reason);
      break;
    case 'withdrawn':
      run.withdraw(entry.by, entry.reason);
      break;
    case 'corrected':
      run.emit({ type: 'corrected', id: entry.id, by: entry.by, answer: entry.answer, reason: entry.reason });
      break;
    case 'adopted':
      readopt(run, entry);
      break;
    case 'told':
      // The kit's own answer to a granted request that had become impossible.
      if (!run.granted) return false;
      run.emit({ type: 'told', to: entry.to, template: entry.template, data: entry.data });
      break;
    case 'effectAbandoned':
      run.emit({ type: 'effectAbandoned', effect: entry.effect, by: entry.by, reason: entry.reason });
      return true;
    case 'reminded':
      return run.agenda.ringNamed(`reminded/${entry.id}/${entry.nth}`) || recall(run, entry);
    case 'escalated':
      return run.agenda.ringNamed(`escalated/${entry.id}/${entry.level}`) || recall(run, entry);
    case 'overdue':
      return run.agenda.ringNamed(`overdue/${entry.id}`) || recall(run, entry);
    case 'lapsed':
    case 'waitEnded':
    case 'clockExpired':
      return run.agenda.ringNamed(`${entry.type}/${entry.id}`);
    default:
      return false;
  }
  // Whichever intervention this was, a request that was granted just before has now been done.
  run.granted = undefined;
  return true;
}

/** Moves the days that the past moved: whoever is told it later, a third revision perhaps, may count others. */
function readopt(run: CaseRun, { revision, by, reason }: EntryOf<'adopted'>): void {
  const entries = run.past?.entries ?? [];
  run.emit({ type: 'adopted', by, revision, reason });
  for (let next = entries[run.journal.length]; next?.type === 'moved' && !run.divergence; next = entries[run.journal.length]) {
    const item = run.items.get(next.id);
    if (item && item.kind !== 'child') moveTo(run, item, next.due);
    else run.emit({ type: 'moved', id: next.id, due: next.due });
  }
  // A past that ends between the adoption and its days.
  if (run.journal.length === entries.length && run.procedure.revision === revision)
    for (const { item, to } of movedItems(run)) moveTo(run, item, to);
}

/**
 * Another revision counts other days: what had gone out by the old ones has gone out all the same. Only where the past is held to
 * its shape.
 */
function recall(run: CaseRun, entry: EntryOf<'reminded' | 'escalated' | 'overdue'>): boolean {
  const item = run.items.get(entry.id);
  if (run.past?.agreement !== 'shape' || !item || item.kind === 'child') return false;
  if (entry.type === 'reminded') item.reminded.add(entry.nth - 1);
  else if (entry.type === 'escalated') item.escalated.add(entry.level - 1);
  else item.overdue = true;
  const { seq: _seq, at: _at, ...body } = entry;
  run.emit(body);
  run.arm(item);
  return true;
}
