import { civilDateAt } from '../calendar/paris-time.js';
import type { CivilDate, Instant } from '../calendar/civil-date.js';
import type { Deadline } from '../calendar/deadline.js';
import type { Entry, EntryOf } from '../kit/journal.js';
import type { Procedure } from '../kit/procedure.js';
import { type Player, rehearseFrom, type Scenario, type ScheduledAct } from '../kit/rehearsal.js';
import type { Heard } from './differences.js';
import type { MovedDate } from './what-if.js';

/** A member's case as its journal tells it, and how its future is played. */
export interface LivedCase {
  readonly procedure: Procedure;
  readonly journal: readonly Entry[];
  /** What time it is in that case. */
  readonly now: Instant;
  readonly play: Player;
}

/** What would happen to one member's case. */
export interface MemberUnder {
  readonly ref: string;
  /** Dates of its tasks, events and waits that would be other ones; `what` is the key of the item. */
  readonly dates: readonly (MovedDate & { readonly item: string })[];
  /** Messages and letters that would leave at once. */
  readonly messages: readonly { readonly kind: 'told' | 'produced' | 'asked'; readonly key: string }[];
  readonly endsOn?: { readonly from?: CivilDate; readonly to?: CivilDate };
  /** The case would refuse to hear of it. */
  readonly refused: boolean;
}

/** Two minutes: what a case says when it hears of a change, before anybody acts. */
const atOnce = 120_000;

/**
 * Rehearses a running case from its journal twice, as it is and under what it would hear, and tells the difference. In memory: the
 * durable case knows nothing of it.
 */
export async function memberUnder({ procedure, journal, now, play }: LivedCase, heard: readonly Heard[]): Promise<MemberUnder> {
  const [opened] = journal;
  if (opened?.type !== 'opened') throw new RangeError('The journal of a case begins with its opening.');
  const { ref, input, by } = opened;
  // Its first instant may lie a little ahead of the last entry only because clocks differ.
  const at = Math.max(now, journal.at(-1)?.at ?? now) + 1;
  const acts = heard.map(({ event, data }): ScheduledAct => ({
    at,
    by,
    roles: ['programManager'],
    act: { kind: 'happen', id: event, data },
  }));
  const scenario: Scenario = { name: ref, ref, input, by, start: opened.at, play };
  const [before, after, soon] = await Promise.all([
    rehearseFrom(procedure, scenario, journal),
    rehearseFrom(procedure, { ...scenario, acts }, journal),
    rehearseFrom(procedure, { ...scenario, acts, play: () => 'never' }, journal, { until: at + atOnce }),
  ]);
  const closes = ({ journal: told }: { journal: readonly Entry[] }) => {
    const last = told.at(-1);
    return last?.type === 'closed' ? civilDateAt(last.at) : undefined;
  };
  const [from, to] = [closes(before), closes(after)];
  return {
    ref,
    dates: movedItems(lastDays(before.journal, journal.length), lastDays(after.journal, journal.length)),
    messages: soon.journal.slice(journal.length).flatMap((entry) => messageOf(entry)),
    refused: soon.refusals.length > 0,
    ...(from !== to && { endsOn: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }),
  };
}

interface Dated {
  readonly what: string;
  readonly on: CivilDate;
}

/** The last day of each item that is open now or opens later, as it finally is. Items are told apart by their key and their turn. */
function lastDays(journal: readonly Entry[], past: number): ReadonlyMap<string, Dated> {
  const days = new Map<string, Dated>();
  const over = new Set(journal.slice(0, past).flatMap((entry) => ('id' in entry && endings.has(entry.type) ? [entry.id] : [])));
  for (const entry of journal) {
    const due = dueOf(entry);
    if (due && !over.has(due.id)) days.set(due.id, { what: due.id.replace(/-\d+$/, ''), on: due.due.lastDay });
  }
  return days;
}

const endings: ReadonlySet<Entry['type']> = new Set([
  'answered',
  'happened',
  'lapsed',
  'dropped',
  'waitEnded',
  'clockExpired',
  'clockEnded',
]);

function dueOf(entry: Entry): { readonly id: string; readonly due: Deadline } | undefined {
  const dated = entry as Entry & Partial<Pick<EntryOf<'moved'>, 'id' | 'due'>>;
  return dated.id !== undefined && dated.due !== undefined ? { id: dated.id, due: dated.due } : undefined;
}

/**
 * A change ends an item and opens the next of its kind: what a person sees is one date that moves. So the last of each kind counts, and
 * what only one of the two futures knows is new or taken away.
 */
function movedItems(before: ReadonlyMap<string, Dated>, after: ReadonlyMap<string, Dated>): MemberUnder['dates'] {
  const [from, to] = [latest(before), latest(after)];
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((what) => {
    const [was, is] = [from.get(what), to.get(what)];
    if (was?.on === is?.on) return [];
    return [{ what, item: is?.item ?? was?.item ?? what, ...(was && { from: was.on }), ...(is && { to: is.on }) }];
  });
}

function latest(days: ReadonlyMap<string, Dated>): Map<string, { readonly item: string; readonly on: CivilDate }> {
  return new Map([...days].map(([item, { what, on }]) => [what, { item, on }]));
}

function messageOf(entry: Entry): MemberUnder['messages'] {
  if (entry.type === 'told') return [{ kind: 'told', key: entry.template }];
  if (entry.type === 'produced') return [{ kind: 'produced', key: entry.document }];
  return entry.type === 'asked' ? [{ kind: 'asked', key: entry.task }] : [];
}
