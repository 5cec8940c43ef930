import { signal, type Signal } from '../kit/signal.js';
import type { EventKind } from '../seated-event/input.js';
import type { SeatNews } from '../seated-event/news.js';
import type { Commitment } from './tasks/commitment.js';
import type { CommitmentReview } from './tasks/closing.js';

/** A director's year while it lives: places, who was where, the commitment. */
export class Year {
  /** What each event said last, by its reference. */
  private readonly places = new Map<string, SeatNews>();
  private changed: Signal = signal();
  launched = false;
  commitment: Commitment | undefined;
  review: CommitmentReview | undefined;

  hear(news: SeatNews): void {
    this.places.set(news.event, news);
    this.tell();
  }

  /** Something has changed of what others wait for. */
  tell(): void {
    const { give } = this.changed;
    this.changed = signal();
    give();
  }

  attended(kind: EventKind): number {
    return [...this.places.values()].filter(({ state, occasion }) => state === 'attended' && occasion.kind === kind).length;
  }

  /** Events that still count on the director. */
  get held(): readonly string[] {
    const open = new Set<SeatNews['state']>(['confirmed', 'waiting', 'toConfirm', 'coming']);
    return [...this.places.values()].filter(({ state }) => open.has(state)).map(({ event }) => event);
  }

  /** Resolves as soon as the condition holds. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.changed.given;
  }
}
