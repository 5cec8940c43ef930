import { daysBetween } from '../calendar/civil-date.js';
import { deadline } from '../calendar/deadline.js';
import type { CaseRun } from './case-run.js';
import { isPausable } from './case-run.js';
import { policyOf, type InterventionPolicy } from './interventions.js';
import { isFixed, type EventItem, type TaskItem, type TimedItem } from './item.js';
import type { EntryOf, Intervention } from './journal.js';
import type { ActRequest, Refusal, RefusalCode } from './messages.js';
import type { PersonId, Role } from './people.js';
import { isStorable } from './storable.js';

const refusal = (code: RefusalCode, detail: string, fields?: Record<string, string>): Refusal => ({
  code,
  detail,
  ...(fields && { fields }),
});

/**
 * Why this act cannot be done now; undefined when it can. Synchronous and without effect: the durable runtime asks it before it
 * accepts an Update, so that a refused act leaves no trace. Whether a correction or an adoption diverges is only known by trying.
 */
export function refusalOf(run: CaseRun, request: ActRequest): Refusal | undefined {
  const { act } = request;
  if (act.kind === 'retryEffect' || act.kind === 'abandonEffect') return undefined;
  if (!isStorable(act)) return refusal('answerInvalid', 'a character that cannot be kept');
  if (run.closed) return refusal('caseClosed', `closed as ${run.closed.kind}`);
  if (act.kind === 'intervene') return interventionRefusal(run, act.intervention, request.roles);
  const item = act.kind === 'happen' ? run.named(act.id) : run.items.get(act.id);
  if (act.kind === 'answer') return item?.kind === 'task' ? answerRefusal(run, item, act.answer, request) : notOpen(run, act.id);
  return item?.kind === 'event' ? answerRefusal(run, item, act.data, request) : notOpen(run, act.id);
}

/** How it ended says what to do now: somebody has answered, the last day has passed, the case went another way; or it has not come to that yet. */
function notOpen({ journal }: CaseRun, id: string): Refusal {
  const ending = journal.findLast((entry) => 'id' in entry && entry.id === id && entry.type in codeOfEnding);
  return refusal(codeOfEnding[ending?.type ?? ''] ?? 'notExpected', `${id} is not open`);
}

const codeOfEnding: Readonly<Record<string, RefusalCode>> = {
  answered: 'taskNotOpen',
  happened: 'alreadyHappened',
  lapsed: 'taskLapsed',
  dropped: 'taskDropped',
};

function answerRefusal(run: CaseRun, item: TaskItem | EventItem, answer: unknown, { by, roles }: ActRequest): Refusal | undefined {
  if (run.pause && isPausable(item) && !isBroughtElsewhere(item)) return refusal('casePaused', `paused since ${run.pause.on}`);
  const { role, person } = item.to;
  if (person === undefined ? !roles.includes(role) : person !== by)
    return refusal('notAddressee', `${item.id} is addressed to ${person ?? role}`);
  if (item.kind === 'task' && isKeptOut(run, item, by)) return refusal('separationOfDuties', `${item.id} excludes this person`);
  return formRefusal(item, answer);
}

/** What another case tells is heard even while this one stands still: it happened, and nobody would tell it again. */
const isBroughtElsewhere = (item: TaskItem | EventItem): boolean => item.kind === 'event' && item.type.watchedBy !== undefined;

/** Whoever took the owner's place is kept out of what the owner was kept out of. */
const isKeptOut = (run: CaseRun, { except }: TaskItem, person: PersonId): boolean =>
  except.includes(person) || (person === run.summary.owner && except.includes(run.procedure.summarise(run.start.input).owner));

function formRefusal(item: TaskItem | EventItem, answer: unknown): Refusal | undefined {
  const form = item.type.form(item.context);
  const result = form.safeParse(answer);
  if (result.success) return undefined;
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
  return refusal('answerInvalid', `${item.id}: ${Object.keys(fields).join(', ')}`, fields);
}

function interventionRefusal(run: CaseRun, intervention: Intervention, roles: readonly Role[]): Refusal | undefined {
  const policy = policyOf(run.procedure, intervention.kind);
  if (modeOf(policy, roles, currentStage(run)) === undefined)
    return refusal('interventionNotAllowed', `${intervention.kind} is not allowed to ${roles.join(', ')} in this stage`);
  return interventionImpossible(run, intervention);
}

/** What the people with these roles may do: outright, by asking, or not at all. */
export function modeOf(policy: InterventionPolicy, roles: readonly Role[], stage: string): 'direct' | 'ask' | undefined {
  if (policy.stages && !policy.stages.includes(stage)) return undefined;
  if (policy.by.some((role) => roles.includes(role))) return policy.secondPerson ? 'ask' : 'direct';
  return policy.askedBy.some((role) => roles.includes(role)) ? 'ask' : undefined;
}

/** Facts of the case that make an intervention impossible, whoever asks. */
export function interventionImpossible(run: CaseRun, intervention: Intervention): Refusal | undefined {
  switch (intervention.kind) {
    case 'withdraw':
    case 'adopt':
      return undefined;
    case 'pause':
      return run.pause && refusal('casePaused', `paused since ${run.pause.on}`);
    case 'resume':
      return run.pause ? undefined : refusal('caseNotPaused', 'nothing to resume');
    case 'reassign': {
      const item = run.items.get(intervention.id);
      if (item?.kind !== 'task' && item?.kind !== 'event') return notOpen(run, intervention.id);
      const { person } = intervention.to;
      if (item.kind === 'task' && person !== undefined && isKeptOut(run, item, person))
        return refusal('separationOfDuties', `${item.id} excludes this person`);
      return undefined;
    }
    case 'extend': {
      const item = run.items.get(intervention.id);
      if (!item || item.kind === 'child') return notOpen(run, intervention.id);
      return extensionRefusal(run, item, intervention);
    }
    case 'transfer':
      return run.summary.owner === intervention.owner && run.summary.siret === intervention.siret
        ? refusal('interventionNotAllowed', 'the case belongs to this owner already')
        : undefined;
    case 'correct': {
      const item = run.answered.get(intervention.id);
      return item ? formRefusal(item, intervention.answer) : refusal('nothingToCorrect', `${intervention.id} was not answered`);
    }
  }
}

/** Once, and by half of the term at most [D, domain.md section 4]. A clock of law only when its declaration allows it. */
function extensionRefusal(run: CaseRun, item: TimedItem, extension: Intervention & { kind: 'extend' }): Refusal | undefined {
  const { due } = item;
  if (run.pause) return refusal('casePaused', `paused since ${run.pause.on}`);
  if (!due || isFixed(due)) return refusal('extensionNotAllowed', `${item.id} has a fixed day`);
  if (item.extensions.length >= item.maxExtensions)
    return refusal('extensionNotAllowed', `${item.id} was extended ${item.extensions.length} times`);
  const { term, reason } = extension;
  const { zone, suspensions } = due;
  const later = deadline(due.from, due.term, { zone, suspensions, extensions: [...item.extensions, { term, reason }] });
  const plain = deadline(due.from, due.term, { zone });
  const half = Math.ceil(daysBetween(plain.from, plain.unrolledDay) / 2);
  if (term.n === 0 || daysBetween(due.lastDay, later.lastDay) > half)
    return refusal('extensionNotAllowed', `more than half of the term: ${half} days`);
  return undefined;
}

export const currentStage = (run: CaseRun): string =>
  run.journal.findLast((entry): entry is EntryOf<'entered'> => entry.type === 'entered')?.stage ?? '';
