import type { CivilDate } from '#workflows/calendar/civil-date.js';
import type { SeatedEventInput } from '#workflows/seated-event/input.js';
import type { SeatNews } from '#workflows/seated-event/news.js';
import type { Entry } from '#workflows/kit/journal.js';
import type { Ensemble } from '../ensemble.js';
import { officeTimeAfter } from '../working-day.js';
import type { Director } from './director.js';

/** What makes a director look at the dates again. */
const disappointing = new Set(['missed', 'unseated', 'released', 'givenBack', 'calledOff']);

/** How directors and their secretariats choose dates, say whether they come, and look for another date when one fell through. */
export class Bookings {
  constructor(
    private readonly ensemble: Ensemble,
    private readonly directors: readonly Director[],
    private readonly edition: {
      /** By reference. */
      readonly events: ReadonlyMap<string, SeatedEventInput>;
      readonly today: CivilDate;
    },
  ) {}

  /** An event is offered: each looks at it within three weeks, the keen ones first. */
  offered(event: string): void {
    for (const director of this.directors)
      this.looksAt(director, event, Math.round(20 * (1 - director.keenness) * director.chance.next() * 2));
  }

  /** Something was written in a director's year. */
  heard(director: Director, entry: Entry): void {
    if (entry.type === 'entered' && entry.stage !== 'launch') this.looksAround(director);
    if (entry.type === 'resumed') this.looksAround(director);
    if (entry.type !== 'happened') return;
    const { state, event } = entry.data as Partial<SeatNews>;
    if (state === 'toConfirm' && event !== undefined) this.isAsked(director, event);
    if (state !== undefined && disappointing.has(state)) this.looksAround(director);
  }

  /** Gives every seat back, as who changes post does before the year waits. */
  async giveAllBack(director: Director): Promise<void> {
    for (const event of director.held) await this.says(director, event, false);
  }

  /** All that is on offer, in the order of the dates, over the next days. */
  private looksAround(director: Director): void {
    for (const event of this.ensemble.cases.keys())
      if (this.edition.events.has(event)) this.looksAt(director, event, director.isLois ? 0 : director.chance.between(1, 9));
  }

  private looksAt(director: Director, event: string, afterDays: number): void {
    const { ensemble } = this;
    ensemble.at(officeTimeAfter(ensemble.now, afterDays, director.chance), () => this.decides(director, event));
  }

  private async decides(director: Director, event: string): Promise<void> {
    const { events, today } = this.edition;
    const input = events.get(event);
    if (!input || !this.takes(event, 'booked') || !director.isOffered(event, input)) return;
    // Loïs has dates to come, and an answer to give today.
    if (director.isLois && input.on <= today) return;
    if (input.kind === 'session' || director.chance.happens(director.keenness)) {
      const data = { case: director.ref, director: director.person.id };
      await this.ensemble.act(event, { by: director.actor(), roles: ['director'], act: { kind: 'happen', id: 'booked', data } });
    } else if (director.chance.happens(0.15)) {
      director.decline(event);
      const act = { kind: 'happen', id: 'offer-declined', data: { event } } as const;
      await this.ensemble.act(director.ref, { by: director.actor(), roles: ['director'], act });
    }
  }

  /** Ten working days before: most say yes, some give the seat back, some say nothing. Loïs has still to answer. */
  private isAsked(director: Director, event: string): void {
    const { chance, isLois } = director;
    // The session that opens one's year is not given back.
    const says = this.edition.events.get(event)?.kind === 'session' ? 1 - 0.95 * chance.next() : chance.next();
    if (isLois || says > 0.9) return;
    const at = officeTimeAfter(this.ensemble.now, chance.between(0, 5), chance);
    this.ensemble.at(at, () => (director.held.includes(event) ? this.says(director, event, says > 0.08) : undefined));
  }

  private async says(director: Director, event: string, coming: boolean): Promise<void> {
    if (!this.takes(event, 'presence-said')) return;
    const data = { case: director.ref, coming };
    await this.ensemble.act(event, { by: director.actor(), roles: ['director'], act: { kind: 'happen', id: 'presence-said', data } });
  }

  private takes(event: string, what: string): boolean {
    const found = this.ensemble.cases.get(event)?.run;
    return found !== undefined && !found.closed && found.named(what) !== undefined;
  }
}
