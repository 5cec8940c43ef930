import { daysBetween, type CivilDate } from '../calendar/civil-date.js';
import type { CaseView, Wait } from './case-view.js';
import { isFixed } from './item.js';
import type { Entry, EntryOf } from './journal.js';

/** The view of a case after more entries; `undefined` is the view before the first. Pure: same entries, same view. */
export function fold(view: CaseView | undefined, entries: readonly Entry[]): CaseView {
  const folded = entries.reduce<CaseView | undefined>(foldOne, view);
  if (!folded) throw new RangeError('A case without entries has no view.');
  return folded;
}

function foldOne(view: CaseView | undefined, entry: Entry): CaseView {
  if (entry.type === 'opened') return opened(entry);
  if (!view) throw new RangeError(`Entry ${entry.seq} comes before the case was opened.`);
  return { ...view, ...change(view, entry), lastSeq: entry.seq };
}

const opened = (entry: EntryOf<'opened'>): CaseView => ({
  ref: entry.ref,
  procedure: entry.procedure,
  revision: entry.revision,
  summary: entry.summary,
  ...(entry.parent !== undefined && { parent: entry.parent }),
  stage: '',
  status: 'open',
  openedAt: entry.at,
  waits: [],
  lastSeq: entry.seq,
});

function change(view: CaseView, entry: Exclude<Entry, { type: 'opened' }>): Partial<CaseView> {
  const { waits } = view;
  switch (entry.type) {
    case 'entered':
      return { stage: entry.stage };
    case 'asked':
    case 'expected':
    case 'waitBegun':
    case 'clockStarted':
    case 'childOpened':
      return { waits: [...waits, begun(entry, view.status === 'paused')] };
    case 'answered':
      return { waits: exceptForPeers(waits, entry) };
    case 'happened':
    case 'childClosed':
    case 'lapsed':
    case 'dropped':
    case 'waitEnded':
    case 'clockExpired':
    case 'clockEnded':
      return { waits: without(waits, entry.id) };
    case 'clockStopped':
      return { waits: waits.map((wait) => (wait.id === entry.id ? stoppedOn(wait, entry) : wait)) };
    case 'clockRestarted':
      return { waits: changed(waits, entry.id, { stopped: view.status === 'paused', due: entry.due }) };
    case 'moved':
      return { waits: changed(waits, entry.id, { due: entry.due, overdue: false }) };
    case 'overdue':
      return { waits: changed(waits, entry.id, { overdue: true }) };
    case 'reassigned':
      return { waits: changed(waits, entry.id, { who: entry.to }) };
    case 'paused': {
      const { cause, basis, reason, on, until } = entry;
      const pause = { cause, reason, on, ...(basis !== undefined && { basis }), ...(until !== undefined && { until }) };
      return {
        status: 'paused',
        pause,
        waits: [...waits.map((wait) => (isPausable(wait) ? stoppedOn(wait, entry) : wait)), pauseWait(entry)],
      };
    }
    case 'resumed':
      return {
        status: 'open',
        pause: undefined,
        waits: without(waits, 'pause').map((wait) => (isPausable(wait) ? resumedOn(wait, view.pause?.on, entry) : wait)),
      };
    case 'transferred': {
      const { owner, bodyName, siret } = entry;
      return { summary: { ...view.summary, owner, bodyName, siret } };
    }
    case 'adopted':
      return { revision: entry.revision };
    case 'closed':
      return { status: 'closed', outcome: entry.outcome, closedAt: entry.at, pause: undefined, waits: [] };
    case 'told':
    case 'produced':
    case 'measured':
    case 'informed':
    case 'requested':
    case 'extended':
    case 'corrected':
    case 'withdrawn':
    case 'effectAbandoned':
    case 'reminded':
    case 'escalated':
      return {};
  }
}

/** The suspension that runs stands in the sum with no end and no days, so that a person reads why the clock stands. */
function stoppedOn(wait: Wait, { on, cause, basis }: { on: CivilDate; cause: string; basis?: string }): Wait {
  const { due } = wait;
  if (!due || isFixed(due)) return { ...wait, stopped: true };
  const running = { from: on, until: null, cause, ...(basis !== undefined && { basis }), days: 0 };
  return { ...wait, stopped: true, due: { ...due, suspensions: [...due.suspensions, running] } };
}

/** The pause has ended; a clock that a task still stops keeps its other suspension. What moves is told by `moved`. */
function resumedOn(wait: Wait, pausedOn: CivilDate | undefined, { on, stillStopped }: EntryOf<'resumed'>): Wait {
  const { due } = wait;
  const stopped = stillStopped.includes(wait.id);
  if (!due || !stopped) return { ...wait, stopped };
  const pause = due.suspensions.findLastIndex(({ from, until }) => from === pausedOn && until === null);
  const suspensions = due.suspensions.map((one, index) => (index === pause ? { ...one, until: on, days: daysBetween(one.from, on) } : one));
  return { ...wait, stopped, due: { ...due, suspensions } };
}

type Begun = EntryOf<'asked' | 'expected' | 'waitBegun' | 'clockStarted' | 'childOpened'>;

function begun(entry: Begun, paused: boolean): Wait {
  const common = { id: entry.id, since: entry.at, overdue: false };
  switch (entry.type) {
    case 'asked': {
      const { task: key, to: who, due, onLapse, seal, panel, except, context } = entry;
      const wait = {
        ...common,
        kind: 'task' as const,
        key,
        who,
        onLapse,
        stopped: false,
        ...defined({ due, seal, panel, except, context }),
      };
      return { ...wait, stopped: paused && isPausable(wait) };
    }
    case 'expected': {
      const { event: key, from: who, due, onLapse, context, optional } = entry;
      return { ...common, kind: 'event', key, who, onLapse, stopped: paused, ...defined({ due, context, optional }) };
    }
    case 'waitBegun':
      return { ...common, kind: 'date', key: entry.why, due: entry.due, stopped: paused };
    case 'clockStarted':
      return { ...common, kind: 'clock', key: entry.clock, due: entry.due, stopped: paused };
    case 'childOpened':
      return { ...common, kind: 'child', key: entry.procedure, stopped: false };
  }
}

/** The kit's own tasks, such as deciding on a request to resume, go on while a case is paused. */
export const decideInterventionKey = 'decide-intervention';
const isPausable = (wait: Pick<Wait, 'kind' | 'key'>) =>
  wait.kind !== 'child' && wait.key !== decideInterventionKey && wait.kind !== 'pause';

const pauseWait = (entry: EntryOf<'paused'>): Wait => ({
  id: 'pause',
  kind: 'pause',
  key: entry.cause,
  who: { role: 'programManager' },
  since: entry.at,
  stopped: false,
  overdue: false,
});

function exceptForPeers(waits: readonly Wait[], { id, by }: EntryOf<'answered'>): readonly Wait[] {
  const panel = waits.find((wait) => wait.id === id)?.panel;
  const others = without(waits, id);
  if (panel === undefined) return others;
  return others.map((wait) => (wait.panel === panel ? { ...wait, except: [...(wait.except ?? []), by] } : wait));
}

const without = (waits: readonly Wait[], id: string) => waits.filter((wait) => wait.id !== id);
const changed = (waits: readonly Wait[], id: string, change: Partial<Wait>) =>
  waits.map((wait) => (wait.id === id ? { ...wait, ...change } : wait));

/** Leaves out what is undefined, so that a view read back from JSON equals the view that was written. */
const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
