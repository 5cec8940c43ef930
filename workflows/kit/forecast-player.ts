import type { CivilDate, Instant } from '../calendar/civil-date.js';
import { instantAt } from '../calendar/paris-time.js';
import type { Entry } from './journal.js';
import type { OpenItem, Play, Player } from './rehearsal.js';

const hourMs = 3_600_000;

/** Plays a running case on: what should have been done before is done now. Remembers what it was asked. */
export class ForecastPlayer {
  /** Every item that was open or opened, by its id. */
  readonly seen = new Map<string, OpenItem>();
  /** What stays open because nobody is expected to do it. */
  readonly undone = new Set<string>();
  private readonly closing: ReadonlyMap<string, CivilDate | undefined>;

  /** @param children when the cases that it opened are expected to close, by their references; undefined for never. */
  constructor(
    private readonly player: Player,
    readonly now: Instant,
    journal: readonly Entry[],
    children: ReadonlyMap<string, CivilDate | undefined>,
  ) {
    this.closing = new Map(
      journal.flatMap((entry) =>
        entry.type === 'childOpened' && children.has(entry.ref) ? [[entry.id, children.get(entry.ref)] as const] : [],
      ),
    );
  }

  readonly play: Player = (item) => {
    this.seen.set(item.id, item);
    const play = this.closing.has(item.id) && this.closing.get(item.id) === undefined ? 'never' : this.player(item);
    if (play === 'never') {
      if (!item.mayLapse && !item.optional) this.undone.add(item.id);
      return play;
    }
    const at = Math.max(this.meant(item, play), this.now);
    return { ...play, by: whoActs(item, play), afterDays: 0, afterHours: (at - item.openedAt) / hourMs };
  };

  private meant({ id, openedAt }: OpenItem, { afterDays = 0, afterHours = 0 }: Exclude<Play, 'never'>): Instant {
    const closes = this.closing.get(id);
    return closes === undefined ? openedAt + (afterDays * 24 + afterHours) * hourMs : instantAt(closes, '12:00');
  }
}

/** Who is named does it; otherwise the player's person, or one like them who is not kept out. */
function whoActs({ to, except }: OpenItem, { by }: Exclude<Play, 'never'>): string {
  if (to?.person !== undefined) return to.person;
  return except.includes(by) ? `another ${by}` : by;
}
