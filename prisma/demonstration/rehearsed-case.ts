import type { Instant } from '#workflows/calendar/civil-date.js';
import { ActingCase } from '#workflows/kit/acting.js';
import { CaseRun } from '#workflows/kit/case-run.js';
import type { Item } from '#workflows/kit/item.js';
import type { Entry, Outcome } from '#workflows/kit/journal.js';
import type { CaseStart } from '#workflows/kit/messages.js';
import type { PersonId } from '#workflows/kit/people.js';
import type { Procedure } from '#workflows/kit/procedure.js';
import type { OpenItem, Player } from '#workflows/kit/rehearsal.js';

/** A case that is to be rehearsed with others: how it begins, and how people act on what it asks of them. */
export interface Part {
  readonly procedure: Procedure;
  readonly ref: string;
  readonly input: unknown;
  readonly by: PersonId;
  readonly parent?: CaseStart['parent'];
  readonly play: Player;
}

export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** One of the cases that are rehearsed together. */
export class RehearsedCase {
  readonly acting: ActingCase;
  /** Acts that wait until the case goes on after a pause. */
  held: (() => void)[] = [];
  /** When the case is to be rung next; Infinity when it waits for people alone. */
  alarm: Instant = Infinity;
  private read = 0;
  private readonly seen = new Set<string>();

  constructor(
    readonly part: Part,
    at: Instant,
  ) {
    const { procedure, ref, input, by, parent } = part;
    const start: CaseStart = { procedure: procedure.id, revision: procedure.revision, ref, input, by, ...(parent && { parent }) };
    this.acting = new ActingCase(new CaseRun(procedure, start, at), { settle, revision: () => undefined });
  }

  get run(): CaseRun {
    return this.acting.run;
  }

  get journal(): readonly Entry[] {
    return this.run.journal;
  }

  /** Entries that were written since this was asked last. */
  news(): readonly Entry[] {
    const entries = this.journal.slice(this.read);
    this.read = this.journal.length;
    return entries;
  }

  /** Tasks and events that have opened since this was asked last, as a player sees them. */
  opened(): OpenItem[] {
    const items = [...this.run.items.values()].filter(({ id }) => !this.seen.has(id));
    for (const { id } of items) this.seen.add(id);
    return items.flatMap((item) => (item.kind === 'task' || item.kind === 'event' ? [this.open(item)] : []));
  }

  closeChild(id: string, outcome: Outcome): void {
    const item = this.run.items.get(id);
    if (item?.kind === 'child') this.run.end(item, { type: 'childClosed', id, outcome }, { kind: 'closed', outcome });
  }

  private open(item: Item & { kind: 'task' | 'event' }): OpenItem {
    const { id, kind, context, to, due } = item;
    const optional = item.kind === 'event' && item.optional;
    return {
      kind,
      key: item.type.key,
      id,
      nth: Number(id.slice(item.type.key.length + 1)),
      openedAt: this.run.now,
      context,
      to,
      except: item.kind === 'task' ? item.except : [],
      optional,
      mayLapse: optional || (item.onLapse !== 'escalate' && due !== undefined),
      form: () => item.type.form(context),
      ...(due && { due }),
    };
  }
}
