import type { ZodType } from 'zod';
import type { Instant } from '../calendar/civil-date.js';
import type { Deadline } from '../calendar/deadline.js';
import { ActingCase, type Driver } from './acting.js';
import { CaseRun, isPausable } from './case-run.js';
import type { Item } from './item.js';
import type { Entry, Outcome } from './journal.js';
import type { Act, ActRequest, CaseStart, Refusal } from './messages.js';
import { roles as allRoles, type Addressee, type PersonId, type Role } from './people.js';
import type { Procedure } from './procedure.js';
import { resume } from './resume.js';

/** What a player sees of an item when it opens. `nth` counts items of the same key from 1. */
export interface OpenItem {
  readonly kind: 'task' | 'event' | 'child';
  readonly key: string;
  readonly id: string;
  readonly nth: number;
  readonly openedAt: Instant;
  readonly due?: Deadline;
  readonly context: unknown;
  readonly to?: Addressee;
  readonly except: readonly PersonId[];
  /** Somebody may bring it; nobody waits for it. */
  readonly optional: boolean;
  /** Its last day closes it; otherwise it stays open until somebody acts. */
  readonly mayLapse: boolean;
  /** Schema of the answer; none for a child case. */
  readonly form: () => ZodType | undefined;
}

/** What somebody will do about an item, counted from when it opened; `never` leaves it to its last day. */
export type Play =
  | 'never'
  | {
      readonly afterDays?: number;
      readonly afterHours?: number;
      readonly answer: unknown;
      readonly by: PersonId;
      readonly roles?: readonly Role[];
    };
/** Plays everybody's part. Must give the same answer for the same item: a rehearsal can be run again. */
export type Player = (item: OpenItem) => Play;

export interface ScheduledAct {
  readonly at: Instant;
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly act: Act;
}

export interface Scenario<I = unknown> {
  readonly name: string;
  readonly input: I;
  readonly start: Instant;
  readonly play: Player;
  readonly acts?: readonly ScheduledAct[];
  readonly ref?: string;
  readonly by?: PersonId;
}

export interface Rehearsal {
  readonly journal: readonly Entry[];
  /** Undefined when the case would wait for ever: `waitsFor` then says for what. */
  readonly outcome: Outcome | undefined;
  readonly waitsFor: readonly string[];
  /** The acts as they were done, to be done again on the other clock. */
  readonly acts: readonly ActRequest[];
  readonly refusals: readonly { readonly request: ActRequest; readonly refusal: Refusal }[];
}

export interface RehearsalOptions {
  /** Other revisions that the case may adopt. */
  readonly revision?: (id: string) => Procedure | undefined;
  /** Stop before the first thing that would happen after this instant. */
  readonly until?: Instant;
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Runs a case from its first day on a virtual clock, in memory. Throws what the story throws. */
export async function rehearse<I>(procedure: Procedure<I>, scenario: Scenario<I>, options: RehearsalOptions = {}): Promise<Rehearsal> {
  const erased = procedure as unknown as Procedure;
  const run = new CaseRun(erased, startOf(erased, scenario), scenario.start);
  run.open();
  return goOn(run, scenario, options);
}

/** The story no longer does what its journal says. */
export class StoryDiverges extends RangeError {
  constructor(readonly seq: number) {
    super(`The story diverges from its journal at entry ${seq}.`);
  }
}

/** Takes a case up from its journal and plays the rest: the forecast of a running case. Throws StoryDiverges where the story diverges. */
export async function rehearseFrom<I>(
  procedure: Procedure<I>,
  scenario: Scenario<I>,
  past: readonly Entry[],
  options: RehearsalOptions = {},
): Promise<Rehearsal> {
  if (past.length === 0) return rehearse(procedure, scenario, options);
  const erased = procedure as unknown as Procedure;
  const run = await resume(erased, { ...startOf(erased, scenario), ...parentIn(past) }, past, settle);
  if (run.divergence) throw new StoryDiverges(run.divergence.seq);
  return goOn(run, scenario, options);
}

const startOf = (procedure: Procedure, { input, ref = 'REHEARSAL', by = 'somebody' }: Scenario): CaseStart => ({
  procedure: procedure.id,
  revision: procedure.revision,
  ref,
  input,
  by,
});

/** A child case says whose child it is; which of its parent's items it is does not matter to what it does. */
function parentIn([opened]: readonly Entry[]): Pick<CaseStart, 'parent'> {
  return opened?.type === 'opened' && opened.parent !== undefined ? { parent: { ref: opened.parent, item: '' } } : {};
}

async function goOn(run: CaseRun, scenario: Scenario, { revision, until = Infinity }: RehearsalOptions): Promise<Rehearsal> {
  const driver: Driver = { settle, revision: revision ?? (() => undefined) };
  const acting = new ActingCase(run, driver);
  const script = new Script(scenario, run.now);
  const done: ActRequest[] = [];
  const refusals: { request: ActRequest; refusal: Refusal }[] = [];
  await settle();
  await acting.doGranted();
  for (;;) {
    const { run: now } = acting;
    if (now.failure) throw now.failure as Error;
    if (now.closed) break;
    script.read(now);
    const act = script.next(now);
    const line = now.agenda.nextAt();
    // What could not be done while the case was paused is done now, not when it was meant.
    const actAt = act ? Math.max(act.at, now.now) : Infinity;
    const at = Math.min(actAt, line ?? Infinity);
    if (at === Infinity || at > until) break;
    now.now = Math.max(now.now, at);
    // At the same instant the clock goes first: a term that is over is over.
    if (!act || (line ?? Infinity) <= actAt) {
      await acting.ring();
      continue;
    }
    script.take(act);
    if (act.child) {
      now.end(
        act.child.item,
        { type: 'childClosed', id: act.child.item.id, outcome: act.child.outcome },
        { kind: 'closed', outcome: act.child.outcome },
      );
      await settle();
      continue;
    }
    const request: ActRequest = { ...act.request, key: `${done.length + refusals.length + 1}`, receivedAt: now.now };
    const refusal = await acting.act(request);
    if (refusal) refusals.push({ request, refusal });
    else done.push(request);
  }
  const last = acting.run;
  return { journal: last.journal, outcome: last.closed, waitsFor: [...last.items.keys()], acts: done, refusals };
}

interface PlannedAct {
  readonly at: Instant;
  readonly request: Omit<ActRequest, 'key' | 'receivedAt'>;
  readonly item?: string;
  readonly child?: { readonly item: Item & { kind: 'child' }; readonly outcome: Outcome };
}

/** Who will do what when: the scheduled acts, and what the player answers for each item as it opens. */
class Script {
  private planned: PlannedAct[];
  private readonly seen = new Set<string>();
  private readTo = 0;

  constructor(
    private readonly scenario: Scenario,
    from: Instant,
  ) {
    this.planned = (scenario.acts ?? []).filter(({ at }) => at > from).map(({ at, ...request }) => ({ at, request }));
  }

  read(run: CaseRun): void {
    // Nothing opens without an entry; a correction or an adoption gives a longer journal too.
    if (run.journal.length === this.readTo) return;
    this.readTo = run.journal.length;
    for (const item of run.items.values()) {
      if (item.kind === 'date' || item.kind === 'clock' || this.seen.has(item.id)) continue;
      this.seen.add(item.id);
      const opened = openItem(run, item);
      const play = this.scenario.play(opened);
      if (play === 'never') continue;
      const at = Math.round(opened.openedAt + (play.afterDays ?? 0) * 86_400_000 + (play.afterHours ?? 0) * 3_600_000);
      const { by, roles = opened.to ? [opened.to.role] : (Object.keys(allRoles) as Role[]) } = play;
      const act: Act =
        item.kind === 'event' ? { kind: 'happen', id: item.id, data: play.answer } : { kind: 'answer', id: item.id, answer: play.answer };
      this.planned.push({
        at,
        request: { by, roles, act },
        item: item.id,
        ...(item.kind === 'child' && { child: { item, outcome: play.answer as Outcome } }),
      });
    }
  }

  /** The earliest act that is possible: while the case is paused, only what may be done to a paused case. */
  next(run: CaseRun): PlannedAct | undefined {
    let first: PlannedAct | undefined;
    for (const one of this.planned) if ((!first || one.at < first.at) && this.isPossible(run, one)) first = one;
    return first;
  }

  take(act: PlannedAct): void {
    this.planned = this.planned.filter((one) => one !== act);
  }

  private isPossible(run: CaseRun, { item: id }: PlannedAct): boolean {
    if (id === undefined || !run.pause) return true;
    const item = run.items.get(id);
    return !item || item.kind === 'child' || !isPausable(item);
  }
}

function openItem(run: CaseRun, item: Exclude<Item, { kind: 'date' | 'clock' }>): OpenItem {
  const opening = run.journal.find((entry) => 'id' in entry && entry.id === item.id);
  const [, key = item.id, nth = '1'] = /^(.*)-(\d+)$/.exec(item.id) ?? [];
  const common = { id: item.id, key, nth: Number(nth), openedAt: opening?.at ?? run.now };
  if (item.kind === 'child')
    return { ...common, kind: 'child', context: undefined, except: [], optional: false, mayLapse: false, form: () => undefined };
  const { context, to, due } = item;
  const except = item.kind === 'task' ? item.except : [];
  const optional = item.kind === 'event' && item.optional;
  const mayLapse = optional || (item.onLapse !== 'escalate' && due !== undefined);
  return { ...common, kind: item.kind, context, to, except, optional, mayLapse, form: () => item.type.form(context), ...(due && { due }) };
}
