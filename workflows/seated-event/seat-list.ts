import type { PersonId } from '../kit/people.js';
import type { SeatState } from './news.js';

interface Booking {
  readonly case: string;
  readonly director: PersonId;
  /** On whose behalf its news are told: who booked, or answered last. */
  by: PersonId;
  seated: boolean;
  coming: boolean;
}

/** What changes for one of those on the list. */
export interface Change {
  readonly case: string;
  readonly by: PersonId;
  readonly state: SeatState;
  readonly rank?: number;
}

/** The seats of one event and who waits for one, in the order in which they asked. */
export class SeatList {
  private readonly bookings = new Map<string, Booking>();
  /** From the day on which seats were confirmed, who books says by that that they come. */
  private asked = false;

  constructor(private readonly seats: number) {}

  get seated(): readonly Booking[] {
    return [...this.bookings.values()].filter(({ seated }) => seated);
  }

  get waiting(): readonly Booking[] {
    return [...this.bookings.values()].filter(({ seated }) => !seated);
  }

  /** A seat while there is one, then a place on the waiting list. Asking twice is asking once. */
  book(ref: string, director: PersonId, by: PersonId): Change[] {
    if (this.bookings.has(ref)) return [];
    const seated = this.seated.length < this.seats;
    this.bookings.set(ref, { case: ref, director, by, seated, coming: this.asked });
    return [seated ? { case: ref, by, state: 'confirmed' } : { case: ref, by, state: 'waiting', rank: this.waiting.length }];
  }

  /** Gives a place back; the first of the waiting list has the seat. */
  giveBack(ref: string, by: PersonId): Change[] {
    if (!this.bookings.delete(ref)) return [];
    return [{ case: ref, by, state: 'givenBack' }, ...this.promote()];
  }

  comes(ref: string, by: PersonId): Change[] {
    const booking = this.bookings.get(ref);
    if (!booking?.seated || booking.coming) return [];
    booking.coming = true;
    booking.by = by;
    return [{ case: ref, by, state: 'coming' }];
  }

  /** Who holds a seat and has not said whether they come is asked. */
  askWhoComes(): Change[] {
    this.asked = true;
    return this.unsure().map((booking) => changed(booking, 'toConfirm'));
  }

  /** Seats that nobody has confirmed pass to who waits, the last booked first; where nobody waits, nobody loses a seat. */
  release(): Change[] {
    const unsure = this.unsure();
    const passed = unsure.slice(Math.max(0, unsure.length - this.waiting.length));
    for (const { case: ref } of passed) this.bookings.delete(ref);
    for (const booking of this.seated) booking.coming = true;
    return [...passed.map((booking) => changed(booking, 'released')), ...this.promote()];
  }

  /** The same for all those of a list. */
  static tell = (bookings: readonly Booking[], state: SeatState): Change[] => bookings.map((booking) => changed(booking, state));

  private unsure(): Booking[] {
    return this.seated.filter(({ coming }) => !coming);
  }

  private promote(): Change[] {
    const promoted = this.waiting.slice(0, this.seats - this.seated.length);
    for (const booking of promoted) {
      booking.seated = true;
      booking.coming = this.asked;
    }
    return promoted.map((booking) => changed(booking, 'confirmed'));
  }
}

const changed = ({ case: ref, by }: Booking, state: SeatState): Change => ({ case: ref, by, state });
