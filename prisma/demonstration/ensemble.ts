import type { Instant } from '#workflows/calendar/civil-date.js';
import { procedureOf } from '#workflows/catalogue.js';
import { isPausable } from '#workflows/kit/case-run.js';
import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import type { Act, Refusal } from '#workflows/kit/messages.js';
import type { PersonId, Role } from '#workflows/kit/people.js';
import type { OpenItem, Play, Player } from '#workflows/kit/rehearsal.js';
import { type Part, RehearsedCase, settle } from './rehearsed-case.js';
import { ranks, Timetable } from './timetable.js';

interface Deed {
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly act: Act;
}

/** What one case tells another reaches it this much later, as when it is delivered. */
const deliveryMs = 1_000;
/** After a pause, what waited is tried again. */
const retryMs = 20 * 60_000;
const hourMs = 3_600_000;

/**
 * Rehearses cases together, on one clock: what a case tells another reaches that one a moment later, so that their journals agree. People
 * act as each case's player says, and where what they do depends on more than one case, at instants of their own (`at`).
 */
export class Ensemble {
  readonly cases = new Map<string, RehearsedCase>();
  /** Acts that a case would not take, but for those that came too late for it. */
  readonly refusals: { readonly ref: string; readonly at: Instant; readonly refusal: Refusal }[] = [];
  now: Instant = 0;
  private readonly timetable = new Timetable();
  private readonly listeners: ((ref: string, entry: Entry) => void)[] = [];
  /** What cases have told others, and the others have not heard yet. */
  undelivered = 0;

  /** `playerOf` plays the child cases that a case opens. */
  constructor(private readonly playerOf: (child: EntryOf<'childOpened'>) => Player = () => () => 'never') {}

  /** The case opens at this instant. */
  open(part: Part, at: Instant): void {
    this.timetable.write(at, ranks.people, () => this.begin(part));
  }

  /** At this instant somebody looks at how things stand, and acts or not. */
  at(at: Instant, decide: () => void | Promise<void>): void {
    this.timetable.write(Math.max(at, this.now), ranks.people, decide);
  }

  /** Hears every entry as it is written. */
  listen(listener: (ref: string, entry: Entry) => void): void {
    this.listeners.push(listener);
  }

  /** The case of this reference; it has begun. */
  case(ref: string): RehearsedCase {
    const found = this.cases.get(ref);
    if (!found) throw new Error(`${ref} has not begun.`);
    return found;
  }

  /** Does an act now; undefined when it was done. */
  async act(ref: string, { by, roles, act }: Deed): Promise<Refusal | undefined> {
    const one = this.case(ref);
    const { acting } = one;
    acting.run.now = this.now;
    const refusal = await acting.act({ key: `${ref}/${this.now}`, by, roles, receivedAt: this.now, act });
    if (refusal) this.refusals.push({ ref, at: this.now, refusal });
    await this.hear(one);
    return refusal;
  }

  /** Lets everything happen that happens until then. What a case has told another by then is still delivered. */
  async play(until: Instant): Promise<void> {
    for (;;) {
      const { next } = this.timetable;
      if (next === undefined || (next > until && this.undelivered === 0)) return;
      const line = this.timetable.take();
      // Past the end, only what is under way between two cases still arrives.
      if (!line || (next > until && line.rank !== ranks.news)) continue;
      this.now = Math.min(Math.max(this.now, next), until);
      await line.act();
    }
  }

  private async begin(part: Part): Promise<void> {
    const one = new RehearsedCase(part, this.now);
    this.cases.set(part.ref, one);
    one.run.open();
    await settle();
    await this.hear(one);
  }

  /** Looks at a case after something happened to it: what it tells others, what it asks of people, when it rings next. */
  private async hear(one: RehearsedCase): Promise<void> {
    if (one.run.failure) throw one.run.failure as Error;
    for (const entry of one.news()) {
      for (const listener of this.listeners) listener(one.part.ref, entry);
      if (entry.type === 'informed') this.deliver(entry);
      if (entry.type === 'childOpened') await this.openChild(one, entry);
      if (entry.type === 'closed' && one.part.parent) this.tellParent(one.part.parent, entry);
    }
    for (const item of one.opened()) this.plan(one, item, one.part.play(item));
    if (!one.run.pause) for (const act of one.held.splice(0)) act();
    this.arm(one);
  }

  private plan(one: RehearsedCase, { kind, id, to, openedAt }: OpenItem, play: Play): void {
    if (play === 'never') return;
    const { by, answer, afterDays = 0, afterHours = 0, roles = to ? [to.role] : [] } = play;
    const act: Act = kind === 'event' ? { kind: 'happen', id, data: answer } : { kind: 'answer', id, answer };
    const attempt = async () => {
      const item = one.run.items.get(id);
      // Another way was taken meanwhile, or its last day has passed.
      if (!item || item.kind === 'child') return;
      if (one.run.pause && isPausable(item)) one.held.push(() => this.at(this.now + retryMs, attempt));
      else await this.act(one.part.ref, { by, roles, act });
    };
    this.at(Math.round(openedAt + (afterDays * 24 + afterHours) * hourMs), attempt);
  }

  private deliver({ ref, event, data, by }: EntryOf<'informed'>): void {
    this.undelivered++;
    const attempt = async () => {
      const { run, held } = this.case(ref);
      if (run.pause && !run.closed) {
        held.push(() => this.timetable.write(this.now + retryMs, ranks.news, attempt));
        return;
      }
      this.undelivered--;
      // Nothing more is of use to a case that is closed.
      const item = run.closed ? undefined : run.named(event);
      if (run.closed) return;
      const roles = item?.kind === 'event' ? [item.to.role] : [];
      await this.act(ref, { by, roles, act: { kind: 'happen', id: event, data } });
    };
    this.timetable.write(this.now + deliveryMs, ranks.news, attempt);
  }

  private async openChild(parent: RehearsedCase, child: EntryOf<'childOpened'>): Promise<void> {
    const { ref, input, id } = child;
    const { by } = parent.part;
    const procedure = procedureOf(child.procedure, child.revision);
    await this.begin({ procedure, ref, input, by, parent: { ref: parent.part.ref, item: id }, play: this.playerOf(child) });
  }

  private tellParent(parent: { readonly ref: string; readonly item: string }, { outcome }: EntryOf<'closed'>): void {
    this.undelivered++;
    this.timetable.write(this.now + deliveryMs, ranks.news, async () => {
      this.undelivered--;
      const one = this.case(parent.ref);
      if (one.run.closed) return;
      one.run.now = this.now;
      one.closeChild(parent.item, outcome);
      await settle();
      await this.hear(one);
    });
  }

  /** One alarm a case: one that rings too early finds nothing to do. */
  private arm(one: RehearsedCase): void {
    const next = one.run.agenda.nextAt() ?? Infinity;
    if (next >= one.alarm) return;
    one.alarm = next;
    this.timetable.write(next, ranks.clock, async () => {
      if (one.alarm !== next) return;
      one.alarm = Infinity;
      one.run.now = this.now;
      while (await one.acting.ring());
      await this.hear(one);
    });
  }
}
