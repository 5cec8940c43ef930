import { civilDateAt } from '../calendar/paris-time.js';
import type { CivilDate } from '../calendar/civil-date.js';
import { addDays } from '../calendar/civil-date.js';
import { deadline, until } from '../calendar/deadline.js';
import type { Term } from '../calendar/term.js';
import type {
  AskAllOptions,
  AskOptions,
  CaseFile,
  ClockOptions,
  ClockType,
  EventType,
  ExpectOptions,
  RunningClock,
  TaskType,
} from './case-file.js';
import type { CaseRun } from './case-run.js';
import {
  type ClockItem,
  type DateItem,
  defaultEscalation,
  defaultReminders,
  type Ending,
  type EventItem,
  firstDue,
  type TaskItem,
} from './item.js';
import type { Outcome } from './journal.js';

/** The vocabulary, bound to a run: what a story holds in its hands. */
export function storyFile(run: CaseRun): CaseFile {
  return {
    ref: run.start.ref,
    today: () => civilDateAt(run.now),
    enter: (stage) => void run.emit({ type: 'entered', stage: stage.id }),
    tell: (to, template, data) => void run.emit({ type: 'told', to, template, ...given({ data }) }),
    produce: (document, data) => {
      const id = run.nextId(document.key);
      run.emit({ type: 'produced', id, document: document.key, ...given({ data }) });
      return id;
    },
    measure: (indicator, value, unit, evidence = []) =>
      void run.emit({ type: 'measured', indicator, value, unit, ...(evidence.length > 0 && { evidence }) }),
    clear: () => {
      run.clear();
    },
    inform: (ref, event, data, by) => void run.emit({ type: 'informed', ref, event, data, by }),
    // The overloads of the vocabulary only narrow what one implementation returns.
    ask: ((task: TaskType, options: AskOptions<unknown>) =>
      new Promise<Ending>((resolve) => askOne(run, task, options, resolve))) as unknown as CaseFile['ask'],
    askAll: ((task: TaskType, options: AskAllOptions<unknown>) => askPanel(run, task, options)) as unknown as CaseFile['askAll'],
    expect: ((event: EventType, options: ExpectOptions<unknown>) =>
      new Promise<Ending>((resolve) => expectOne(run, event, options, resolve))) as unknown as CaseFile['expect'],
    wait: (end, why, options) => waitFor(run, end, why, options?.until),
    clock: (clock, options) => startClock(run, clock, options),
    open: (procedure, input) => openChild(run, procedure, input),
  };
}

const timed = (options: {
  reminders?: AskOptions<unknown>['reminders'];
  escalation?: AskOptions<unknown>['escalation'];
  maxExtensions?: number;
}) => ({
  suspensions: [],
  extensions: [],
  reminded: new Set<number>(),
  escalated: new Set<number>(),
  overdue: false,
  reminders: options.reminders ?? defaultReminders,
  escalation: options.escalation ?? defaultEscalation,
  maxExtensions: options.maxExtensions ?? 1,
});

export function askOne(
  run: CaseRun,
  type: TaskType,
  options: AskOptions<unknown> & { panel?: string },
  finish: (ending: Ending) => void,
): TaskItem {
  const { to, context, seal, panel, except = [], onLapse = 'escalate', within, by, stops } = options;
  const id = run.nextId(type.key);
  const due = firstDue(options.countedFrom ?? run.today, run.zone, within, by);
  const clocks = (stops?.clocks ?? []).flatMap((clock) => {
    const item = run.items.get(clock.id);
    return item?.kind === 'clock' ? [item] : [];
  });
  const item: TaskItem = {
    kind: 'task',
    id,
    type,
    context,
    to,
    onLapse,
    except: [...except],
    stops: clocks,
    finish,
    ...timed(options),
    ...given({ due, panel }),
  };
  run.emit({
    type: 'asked',
    id,
    task: type.key,
    to,
    onLapse,
    ...given({ context, due, seal, panel }),
    ...(except.length > 0 && { except }),
  });
  run.add(item);
  for (const clock of clocks) run.stop(clock, stops?.cause ?? '', stops?.basis);
  endWhen(run, item, options.until);
  return item;
}

/** The item is no longer needed once the promise resolves. */
function endWhen(run: CaseRun, item: TaskItem | EventItem | DateItem, until: Promise<unknown> | undefined): void {
  void until?.then(() => {
    if (run.items.get(item.id) === item)
      run.end(item, { type: 'dropped', id: item.id, why: 'noLongerNeeded' }, { kind: 'lapsed', on: run.today });
  });
}

/** Several tasks as one question: answers in the order of `to`; who has not answered when it is over counts as lapsed. */
function askPanel(run: CaseRun, type: TaskType, options: AskAllOptions<unknown>): Promise<Ending[]> {
  const { to, quorum = to.length, differentPeople = false, ...rest } = options;
  if (to.length === 0) return Promise.resolve([]);
  const panel = differentPeople ? run.nextId('panel') : undefined;
  const endings: (Ending | undefined)[] = to.map(() => undefined);
  return new Promise((resolve) => {
    const items = to.map((addressee, place) =>
      askOne(run, type, { ...rest, to: addressee, ...given({ panel }) }, (ending) => {
        endings[place] = ending;
        const open = items.filter((item) => run.items.has(item.id));
        const reached = endings.filter((one) => one?.kind === 'answered').length >= quorum;
        if (!reached && open.length > 0) return;
        for (const item of open) run.end(item, { type: 'dropped', id: item.id, why: 'quorum' });
        resolve(endings.map((one) => one ?? { kind: 'lapsed', on: run.today }));
      }),
    );
  });
}

function expectOne(run: CaseRun, type: EventType, options: ExpectOptions<unknown>, finish: (ending: Ending) => void): void {
  const { from, context, onLapse = 'escalate', within, by, optional } = options;
  const id = run.nextId(type.key);
  const due = firstDue(options.countedFrom ?? run.today, run.zone, within, by);
  const terms = timed(optional ? { ...options, reminders: [], escalation: [] } : options);
  const item: EventItem = {
    kind: 'event',
    id,
    type,
    context,
    to: from,
    onLapse,
    optional: optional ?? false,
    finish,
    ...terms,
    ...given({ due }),
  };
  run.emit({ type: 'expected', id, event: type.key, from, onLapse, ...given({ context, due, optional }) });
  run.add(item);
  endWhen(run, item, options.until);
}

function waitFor(run: CaseRun, end: CivilDate | Term, why: string, gone: Promise<unknown> | undefined): Promise<void> {
  // A date is waited for until it begins, a term until its last day is over.
  const due = typeof end === 'string' ? until(addDays(end, -1), { zone: run.zone }) : deadline(run.today, end, { zone: run.zone });
  const id = run.nextId(why);
  return new Promise((resolve) => {
    run.emit({ type: 'waitBegun', id, why, due });
    const item: DateItem = {
      kind: 'date',
      id,
      due,
      finish: () => {
        resolve();
      },
      ...timed({ reminders: [], escalation: [], maxExtensions: 0 }),
    };
    run.add(item);
    endWhen(run, item, gone);
  });
}

function startClock(run: CaseRun, type: ClockType, { from, term, reminders, maxExtensions = 0 }: ClockOptions): RunningClock {
  const id = run.nextId(type.key);
  let over = false;
  let ring: () => void;
  const expiry = new Promise<void>((resolve) => (ring = resolve));
  const due = deadline(from, term, { zone: run.zone });
  const finish = () => {
    over = true;
    ring();
  };
  const item: ClockItem = {
    kind: 'clock',
    id,
    type,
    due,
    stoppedBy: 0,
    finish,
    ...timed({ escalation: [], maxExtensions, ...given({ reminders }) }),
  };
  run.emit({ type: 'clockStarted', id, clock: type.key, due });
  run.add(item);
  return {
    id,
    lastDay: () => (run.isStopped(item) ? undefined : item.due?.lastDay),
    expired: () => over,
    expiry,
    end: () => {
      if (run.items.has(id)) run.end(item, { type: 'clockEnded', id });
    },
  };
}

function openChild(run: CaseRun, procedure: { id: string; revision: string }, input: unknown): { ref: string; outcome: Promise<Outcome> } {
  const id = run.nextId(`child-${procedure.id}`);
  const ref = `${run.start.ref}-${run.nextId('').slice(1)}`;
  run.emit({ type: 'childOpened', id, ref, procedure: procedure.id, revision: procedure.revision, input });
  const outcome = new Promise<Outcome>((resolve) => {
    run.add({
      kind: 'child',
      id,
      ref,
      finish: (ending) => {
        if (ending.kind === 'closed') resolve(ending.outcome);
      },
    });
  });
  return { ref, outcome };
}

/** Leaves out what was not given: an entry read back from JSON must equal the entry that was written. */
const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
