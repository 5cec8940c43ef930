import type { CivilDate } from '#workflows/calendar/civil-date.js';
import { frenchTerm } from '#workflows/calendar/deadline.js';
import { civilDateAt } from '#workflows/calendar/paris-time.js';
import { eventOf, taskOf } from '#workflows/catalogue.js';
import type { CaseView, Wait } from '#workflows/kit/case-view.js';
import { fold } from '#workflows/kit/fold.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import { explainWait } from '#workflows/kit/waits.js';
import { stageLabel } from '../procedures.js';
import { figureWords } from './figure-words.js';
import type { RehearsedStage, RehearsedStep } from './rehearsal.dto.js';

/** The journal of a rehearsed case as its procedure reads: stage by stage, who, what, within which term, and what if nobody acts. */
export function rehearsedStages(procedure: Procedure, journal: readonly Entry[]): RehearsedStage[] {
  const ends = endsOf(journal);
  const stages: RehearsedStage[] = [];
  let view: CaseView | undefined;
  for (const entry of journal) {
    view = fold(view, [entry]);
    if (entry.type === 'entered')
      stages.push({ id: entry.stage, label: stageLabel(procedure, entry.stage), on: civilDateAt(entry.at), steps: [] });
    const step = stepOf(procedure, entry, view, ends);
    const steps = stages.at(-1)?.steps;
    if (step && steps) add(steps, step);
  }
  return stages;
}

/** Two people asked for the same on the same day are one line. */
function add(steps: RehearsedStep[], step: RehearsedStep): void {
  const twin = steps.find(({ kind, label, who, on, lastDay }) =>
    [kind === step.kind, label === step.label, who === step.who, on === step.on, lastDay === step.lastDay].every(Boolean),
  );
  if (!twin || step.kind === 'figure') steps.push(step);
  else Object.assign(twin, { times: twin.times + 1, ...(step.doneOn && { doneOn: step.doneOn }) });
}

/** Day on which each item ended. */
const endsOf = (journal: readonly Entry[]): ReadonlyMap<string, CivilDate> =>
  new Map(
    journal.flatMap((entry): [string, CivilDate][] =>
      entry.type === 'answered' || entry.type === 'happened' || entry.type === 'waitEnded' || entry.type === 'clockEnded'
        ? [[entry.id, civilDateAt(entry.at)]]
        : [],
    ),
  );

function stepOf(procedure: Procedure, entry: Entry, view: CaseView, ends: ReadonlyMap<string, CivilDate>): RehearsedStep | undefined {
  const on = civilDateAt(entry.at);
  const plain = { on, legal: false, explained: [], times: 1 };
  switch (entry.type) {
    case 'asked':
    case 'expected':
    case 'waitBegun':
    case 'clockStarted': {
      const wait = view.waits.find(({ id }) => id === entry.id);
      const doneOn = ends.get(entry.id);
      return wait && { ...plain, ...waitStep(procedure, wait), ...(doneOn !== undefined && { doneOn }) };
    }
    case 'produced':
      return { ...plain, kind: 'document', label: procedure.documents.find(({ key }) => key === entry.document)?.label ?? entry.document };
    case 'measured': {
      const label = figureWords(entry);
      return label === undefined ? undefined : { ...plain, kind: 'figure', label };
    }
    default:
      return undefined;
  }
}

function waitStep(
  procedure: Procedure,
  wait: Wait,
): Pick<RehearsedStep, 'kind' | 'label' | 'legal' | 'explained'> & Partial<RehearsedStep> {
  const { label, who, then, explained } = explainWait(wait, procedure);
  const type = wait.kind === 'task' ? taskOf(procedure, wait.key) : wait.kind === 'event' ? eventOf(procedure, wait.key) : undefined;
  const kind = wait.optional
    ? 'offer'
    : wait.kind === 'date'
      ? 'wait'
      : wait.kind === 'clock'
        ? 'clock'
        : wait.kind === 'event'
          ? 'event'
          : 'task';
  return {
    kind,
    label,
    ...(type?.help !== undefined && { help: type.help }),
    ...(kind !== 'wait' && { who }),
    ...dueWords(wait),
    then,
    legal: wait.due?.term.clock === 'legal',
    explained: [...explained],
  };
}

function dueWords({ due }: Wait) {
  if (!due) return {};
  const { term, lastDay } = due;
  // A fixed day has a term of no days.
  return {
    lastDay,
    ...(term.n > 0 && { within: frenchTerm(term) }),
    ...(term.basis !== undefined && { basis: term.basis }),
  };
}
