import type { Entry, EntryOf } from '#workflows/kit/journal.js';
import type { EventKind, SeatedEventInput } from '#workflows/seated-event/input.js';
import { launchHeld, seatNews, type LaunchHeld, type SeatNews, type SeatState } from '#workflows/seated-event/news.js';
import { Chance } from '../chance.js';
import { editionTerms } from './edition-plan.js';
import { lois, type InventedDirector } from './invented-directors.js';

const held = new Set<SeatState>(['confirmed', 'waiting', 'toConfirm', 'coming']);

/** One director of the rehearsal: what their year has told them, and how they are. */
export class Director {
  readonly chance: Chance;
  /** How likely they are to take a date that suits, and to do things soon. */
  readonly keenness: number;
  launched = false;
  stage = 'launch';
  closed = false;
  paused = false;
  /** Changes post: takes no date any more until the year goes on. */
  leaving = false;
  private readonly places = new Map<string, SeatNews>();
  private readonly declined = new Set<string>();

  constructor(
    readonly person: InventedDirector,
    readonly ref: string,
    readonly wave: number,
    /** Cannot come to the session of their wave. */
    readonly missesLaunch: boolean,
  ) {
    this.chance = new Chance(`director ${person.id}`);
    this.keenness = this.isLois ? 1 : 0.45 + 0.5 * this.chance.next();
  }

  /** The named account of the demonstration, who has something to answer today. */
  get isLois(): boolean {
    return this.person.id === lois.id;
  }

  /** Who acts this time: the secretariat more often than not, where there is one. */
  actor(): string {
    const { id, delegate } = this.person;
    return delegate !== undefined && this.chance.happens(0.7) ? delegate : id;
  }

  /** Takes in what the year has written. */
  hear(entry: Entry): void {
    if (entry.type === 'entered') this.stage = entry.stage;
    if (entry.type === 'closed') this.closed = true;
    if (entry.type === 'paused') this.paused = true;
    if (entry.type === 'resumed') this.paused = this.leaving = false;
    if (entry.type === 'happened') this.happened(entry);
  }

  /** Events that count on the director. */
  get held(): string[] {
    return [...this.places.values()].filter(({ state }) => held.has(state)).map(({ event }) => event);
  }

  decline(event: string): void {
    this.declined.add(event);
  }

  /** Whether the year offers this event now: what the director's own page says. */
  isOffered(event: string, { kind }: Pick<SeatedEventInput, 'kind'>): boolean {
    const { stage, launched } = this;
    const known = this.places.get(event)?.state;
    if (this.closed || this.paused || this.leaving || this.declined.has(event) || (known !== undefined && held.has(known))) return false;
    if (kind === 'session') return !launched && stage !== 'launch';
    if (stage === 'launch' || stage === 'followUp' || (kind === 'activity' && stage === 'projection')) return false;
    return this.wanted(kind) > 0;
  }

  private wanted(kind: Exclude<EventKind, 'session'>): number {
    const least = { visit: editionTerms.minimumVisits, activity: editionTerms.minimumActivities };
    const counted = [...this.places.values()].filter(
      ({ state, occasion }) => occasion.kind === kind && (state === 'attended' || held.has(state)),
    );
    return least[kind] - counted.length;
  }

  private happened({ id, data }: EntryOf<'happened'>): void {
    if (id.startsWith(`${launchHeld.key}-`)) this.launched ||= (data as LaunchHeld).attended;
    if (id.startsWith(`${seatNews.key}-`)) this.places.set((data as SeatNews).event, data as SeatNews);
  }
}
