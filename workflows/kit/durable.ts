import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  isCancellation,
  log,
  ParentClosePolicy,
  proxyLocalActivities,
  setHandler,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { Instant } from '../calendar/civil-date.js';
import { ActingCase } from './acting.js';
import { CaseRun } from './case-run.js';
import type { CaseView } from './case-view.js';
import { Effects, hasEffect } from './effects.js';
import type { EntryOf, Outcome } from './journal.js';
import {
  queries,
  signals,
  updates,
  type ActReceipt,
  type ActRequest,
  type CaseActivities,
  type CaseStart,
  type Refusal,
} from './messages.js';
import type { Procedure } from './procedure.js';
import { refusalOf } from './refusal.js';
import { resume } from './resume.js';

const { commit } = proxyLocalActivities<Pick<CaseActivities, 'commit'>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
});

export const openedUpdate = defineUpdate<ActReceipt>(updates.opened);
export const actUpdate = defineUpdate<ActReceipt, [ActRequest]>(updates.act);
export const viewQuery = defineQuery<CaseView>(queries.view);
const anewSignal = defineSignal(signals.anew);
const childClosed = defineSignal<[{ readonly item: string; readonly outcome: Outcome }]>('childClosed');

/** Temporal suggests to continue as new much later; a case is read, replayed and exported whole, so it is kept short. */
const defaultHistoryLimit = 2_000;
/** Idempotency keys that a case remembers across its runs. */
const rememberedKeys = 500;

/** What came in and has not been done yet: one act at a time, each settled before the next. */
type Incoming =
  | { readonly kind: 'act'; readonly request: ActRequest; readonly done: (result: ActReceipt | Refusal) => void }
  | { readonly kind: 'childClosed'; readonly item: string; readonly outcome: Outcome };

/** A procedure as a Temporal workflow; `revisions` are all that cases may still follow. */
export function durable(revisions: readonly Procedure[]): (start: CaseStart) => Promise<Outcome> {
  const revision = (id: string) => revisions.find((one) => one.revision === id);
  return (start) => new DurableCase(start, revision).live();
}

/** Resolves once the story has done all it can for now: a condition is looked at again only when no microtask is left. */
function settle(): Promise<void> {
  let looked = false;
  return condition(() => {
    const settled = looked;
    looked = true;
    return settled;
  });
}

class DurableCase {
  private acting: ActingCase | undefined;
  private readonly incoming: Incoming[] = [];
  private readonly keys: Map<string, number>;
  private readonly effects: Effects;
  private committed: number;
  private alarm: Instant = Infinity;
  private alarmScope: CancellationScope | undefined;
  private rang = false;
  private parentTold = false;
  private asked = false;

  constructor(
    private readonly start: CaseStart,
    private readonly revision: (id: string) => Procedure | undefined,
  ) {
    this.keys = new Map(start.carried?.keys);
    this.committed = start.carried?.past.length ?? 0;
    this.effects = new Effects(start);
    // Open before the handlers are set: an act that came with the start is then refused like any other, without a trace.
    if (!start.carried) this.acting = this.open();
    setHandler(openedUpdate, () => this.opened());
    setHandler(actUpdate, (request) => this.act(request), {
      validator: (request: ActRequest) => {
        this.validate(request);
      },
    });
    setHandler(viewQuery, () => this.run.view);
    setHandler(anewSignal, () => void (this.asked = true));
    setHandler(childClosed, (news) => void this.incoming.push({ kind: 'childClosed', ...news }));
  }

  private get run(): CaseRun {
    if (!this.acting) throw ApplicationFailure.retryable('The case is still being taken up from its journal', 'CaseStarting');
    return this.acting.run;
  }

  /** The one loop of a case: do what came in, ring what is due, write it down, wait. */
  async live(): Promise<Outcome> {
    const acting = (this.acting ??= await this.takeUp());
    await settle();
    for (;;) {
      await this.doIncoming(acting);
      await this.write(acting.run);
      if (acting.run.closed) await this.tellParent(acting.run.closed);
      if (this.isOver(acting.run)) break;
      if (this.incoming.length === 0 && this.mayContinue()) await this.continue(acting.run);
      this.setAlarm(acting.run.agenda.nextAt());
      await condition(() => this.incoming.length > 0 || this.rang || this.isOver(acting.run) || this.mayContinue());
    }
    this.alarmScope?.cancel();
    return acting.run.closed ?? { kind: 'closed' };
  }

  /** A closed case stays until its last effects have been delivered or given up. */
  private isOver({ closed }: CaseRun): boolean {
    return closed !== undefined && this.incoming.length === 0 && this.effects.areDelivered() && allHandlersFinished();
  }

  private open(): ActingCase {
    const { start } = this;
    const run = new CaseRun(this.procedure(start.revision), start, Date.now());
    run.open();
    return new ActingCase(run, { settle, revision: this.revision });
  }

  /** After a continue-as-new: the story is told its past. */
  private async takeUp(): Promise<ActingCase> {
    const { start } = this;
    const past = start.carried?.past ?? [];
    const adopted = past.findLast((entry): entry is EntryOf<'adopted'> => entry.type === 'adopted');
    const run = await resume(this.procedure(adopted?.revision ?? start.revision), start, past, settle);
    // A release that no longer tells this past must be repaired: the task fails and is tried again, nothing is lost.
    if (run.divergence) throw new Error(`The story diverges from its journal at entry ${run.divergence.seq}.`);
    const acting = new ActingCase(run, { settle, revision: this.revision });
    this.effects.resume(run);
    await acting.doGranted();
    return acting;
  }

  private procedure(revision: string): Procedure {
    const found = this.revision(revision);
    if (!found) throw new Error(`Revision ${revision} of ${this.start.procedure} is not in this release.`);
    return found;
  }

  private async doIncoming(acting: ActingCase): Promise<void> {
    for (;;) {
      this.rang = false;
      const next = this.incoming.shift();
      acting.run.now = Math.max(acting.run.now, Date.now());
      if (next?.kind === 'act') {
        // What the law counts is receipt: a term that was over by then lapses first, one that was not does not.
        while ((acting.run.agenda.nextAt() ?? Infinity) <= next.request.receivedAt && (await acting.ring()));
        next.done(await this.doAct(acting, next.request));
      } else if (next) await this.closeChild(acting.run, next);
      else if (!(await acting.ring())) break;
      if (acting.run.failure) throw acting.run.failure as Error;
    }
  }

  private async doAct(acting: ActingCase, request: ActRequest): Promise<ActReceipt | Refusal> {
    const known = this.keys.get(request.key);
    if (known !== undefined) return { seq: known };
    const seq = acting.run.journal.length + 1;
    const { act } = request;
    if (act.kind === 'retryEffect' || act.kind === 'abandonEffect') {
      if (!this.effects.isUnder(act.effect)) return { code: 'effectUnknown', detail: `${act.effect}` };
      if (act.kind === 'retryEffect') this.effects.retry(acting.run, act.effect);
      else this.effects.abandon(act.effect);
    }
    const refusal = await acting.act(request);
    if (refusal) return refusal;
    const receipt = { seq: Math.min(seq, acting.run.journal.length) };
    this.keys.set(request.key, receipt.seq);
    return receipt;
  }

  private async closeChild(run: CaseRun, { item: id, outcome }: { item: string; outcome: Outcome }): Promise<void> {
    const item = run.items.get(id);
    if (item?.kind !== 'child') return;
    run.end(item, { type: 'childClosed', id, outcome }, { kind: 'closed', outcome });
    await settle();
  }

  /** Commits the new entries in one local activity, then starts their effects. */
  private async write(run: CaseRun): Promise<void> {
    const entries = run.journal.slice(this.committed);
    if (entries.length === 0) return;
    await commit({ ref: this.start.ref, entries });
    this.committed += entries.length;
    for (const entry of entries) {
      if (entry.type === 'childOpened') await this.openChild(entry);
      if (hasEffect(entry)) this.effects.deliver(run, entry);
    }
  }

  private async openChild({ id, ref, procedure, revision, input }: EntryOf<'childOpened'>): Promise<void> {
    const { start } = this;
    const child: CaseStart = { procedure, revision, ref, input, by: start.by, parent: { ref: start.ref, item: id } };
    await startChild(procedure, { workflowId: ref, args: [child], parentClosePolicy: ParentClosePolicy.ABANDON });
  }

  private async tellParent(outcome: Outcome): Promise<void> {
    const { parent } = this.start;
    if (!parent || this.parentTold) return;
    this.parentTold = true;
    try {
      await getExternalWorkflowHandle(parent.ref).signal(childClosed, { item: parent.item, outcome });
    } catch (error) {
      // A parent that is closed already no longer waits for anything.
      log.warn('The parent case could not be told', { parent: parent.ref, error: String(error) });
    }
  }

  /** One timer a case. One that rings too early finds nothing to do, which is cheaper than cancelling it. */
  private setAlarm(next: Instant | undefined): void {
    if (next === undefined || next >= this.alarm) return;
    this.alarmScope?.cancel();
    this.alarm = next;
    const scope = (this.alarmScope = new CancellationScope());
    scope
      .run(() => sleep(Math.max(1, next - Date.now())))
      .then(
        () => {
          if (this.alarmScope !== scope) return;
          this.alarm = Infinity;
          this.rang = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  /** Long enough to continue as new, or asked to, and between two things: effects under way are waited for, unless they fail for long. */
  private mayContinue(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const limit = this.start.historyLimit ?? defaultHistoryLimit;
    if (historyLength < limit && !continueAsNewSuggested && !this.asked) return false;
    return allHandlersFinished() && (this.effects.areDelivered() || historyLength >= 2 * limit);
  }

  private async continue(run: CaseRun): Promise<void> {
    const { carried: _carried, ...start } = this.start;
    await continueAsNew({
      ...start,
      carried: { past: run.journal, keys: [...this.keys].slice(-rememberedKeys), effects: this.effects.underWay() },
    } satisfies CaseStart);
  }

  private async opened(): Promise<ActReceipt> {
    await condition(() => this.committed > 0);
    return { seq: 1 };
  }

  private async act(request: ActRequest): Promise<ActReceipt> {
    const known = this.keys.get(request.key);
    if (known !== undefined) {
      await condition(() => this.committed >= known);
      return { seq: known };
    }
    const result = await new Promise<ActReceipt | Refusal>((done) => void this.incoming.push({ kind: 'act', request, done }));
    if ('code' in result) throw failure(result);
    await condition(() => this.committed >= result.seq);
    return result;
  }

  /** Refuses before anything is written. Synchronous: an async validator would wedge the case. */
  private validate(request: ActRequest): void {
    if (!this.acting || this.keys.has(request.key)) return;
    const refusal = refusalOf(this.acting.run, request);
    if (refusal) throw failure(refusal);
  }
}

const failure = ({ code, detail, fields }: Refusal) =>
  ApplicationFailure.create({ message: detail, type: code, nonRetryable: true, details: fields ? [fields] : [] });
