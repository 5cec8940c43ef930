import type { Instant } from '../calendar/civil-date.js';

/** One line of the agenda: what happens by itself at an instant unless it is taken out before. */
interface Line {
  readonly at: Instant;
  readonly n: number;
  readonly key: string;
  /** Of the item that it is about. */
  readonly id: string | undefined;
  readonly go: () => void;
}

/**
 * What is due when, for one case. Both clocks share it: the rehearsal jumps from line to line, the durable runtime sets its one
 * alarm to the earliest. Lines at the same instant go in the order they were written.
 */
export class Agenda {
  private lines: Line[] = [];
  private written = 0;

  /** `key` names the entry that the line will write, such as `reminded/expert-opinion-2/1`. */
  write(key: string, at: Instant, go: () => void): void {
    this.lines.push({ at, n: this.written++, key, id: key.split('/', 2)[1], go });
  }

  /** Takes out every line whose key ends with this item, whatever it would have written. */
  strike(id: string): void {
    if (this.lines.some((line) => line.id === id)) this.lines = this.lines.filter((line) => line.id !== id);
  }

  clear(): void {
    this.lines = [];
  }

  nextAt(): Instant | undefined {
    return this.earliest()?.at;
  }

  /** Takes out and runs the earliest line that is due; false when none is. */
  ring(now: Instant): boolean {
    const line = this.earliest();
    if (!line || line.at > now) return false;
    this.run(line);
    return true;
  }

  /** Runs a line at the time the journal says, which may be later than it was due; false when there is none. */
  ringNamed(key: string): boolean {
    const line = this.lines.find((one) => one.key === key);
    if (!line) return false;
    this.run(line);
    return true;
  }

  private run(line: Line): void {
    this.lines.splice(this.lines.indexOf(line), 1);
    line.go();
  }

  private earliest(): Line | undefined {
    let first: Line | undefined;
    for (const line of this.lines) if (!first || line.at < first.at || (line.at === first.at && line.n < first.n)) first = line;
    return first;
  }
}
