/**
 * Lets only so many things be under way for one key at once; the others wait in the order in which they came. An engine takes ten acts of
 * a case at the same time and refuses the eleventh, so a rush on one event stands in line here instead of being turned away.
 */
export class InLine {
  private readonly lines = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  constructor(private readonly most: number) {}

  async take<T>(key: string, act: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? { running: 0, waiting: [] };
    this.lines.set(key, line);
    if (line.running >= this.most) await new Promise<void>((go) => line.waiting.push(go));
    else line.running++;
    try {
      return await act();
    } finally {
      const next = line.waiting.shift();
      // Whoever is next takes this place over; the last one leaves no trace.
      if (next) next();
      else if (--line.running === 0) this.lines.delete(key);
    }
  }
}
