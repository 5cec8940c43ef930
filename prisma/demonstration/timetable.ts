import type { Instant } from '#workflows/calendar/civil-date.js';

/** What goes first at one instant: the clock, then what other cases tell, then people. */
export const ranks = { clock: 0, news: 1, people: 2 } as const;

interface Line {
  readonly at: Instant;
  readonly rank: number;
  readonly order: number;
  readonly act: () => Promise<void> | void;
}

/** What is to be done and when, the earliest first; at the same instant by rank, then in the order in which it was written. A binary heap. */
export class Timetable {
  private readonly lines: Line[] = [];
  private written = 0;

  /** The instant of the first line, when one is left. */
  get next(): Instant | undefined {
    return this.lines[0]?.at;
  }

  write(at: Instant, rank: number, act: Line['act']): void {
    const { lines } = this;
    lines.push({ at, rank, order: this.written++, act });
    for (let child = lines.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfLater(parent, child)) return;
      child = parent;
    }
  }

  /** Takes the first line off. */
  take(): Line | undefined {
    const { lines } = this;
    const [first] = lines;
    const last = lines.pop();
    if (!first || !last || lines.length === 0) return first;
    lines[0] = last;
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const child = this.isLater(left, left + 1) ? left + 1 : left;
      if (!this.swapIfLater(parent, child)) return first;
      parent = child;
    }
  }

  private swapIfLater(one: number, other: number): boolean {
    const [a, b] = [this.lines[one], this.lines[other]];
    if (!a || !b || !this.isLater(one, other)) return false;
    this.lines[one] = b;
    this.lines[other] = a;
    return true;
  }

  private isLater(one: number, other: number): boolean {
    const [a, b] = [this.lines[one], this.lines[other]];
    return a !== undefined && b !== undefined && (a.at - b.at || a.rank - b.rank || a.order - b.order) > 0;
  }
}
