import { Injectable } from '@nestjs/common';
import { booked, presenceSaid } from '#workflows/seated-event/bookings.js';
import { CaseAccess, type StoredCase } from '../cases/case-access.js';
import type { Fields } from '../openapi/fields.js';
import type { Viewer } from '../permissions/viewer.js';
import { notFound, Problem } from '../problems/problem.js';
import { CaseEngine } from '../temporal/case-engine.js';
import { InLine } from './in-line.js';
import { SeatedEvents } from './seated-events.js';
import type { SeatPlace } from './seats.dto.js';

interface Asked {
  readonly event: string;
  readonly year: string;
  readonly key: string;
}

/** Places at an event, asked for and given back by the director or who acts for them. Only the event's own case says who has a seat. */
@Injectable()
export class BookingsService {
  private readonly line = new InLine(8);

  constructor(
    private readonly access: CaseAccess,
    private readonly events: SeatedEvents,
    private readonly engine: CaseEngine,
  ) {}

  async book(viewer: Viewer, { event, year, key }: Asked): Promise<Fields<SeatPlace>> {
    const { owner_id: director } = await this.yearFor(viewer, event, year);
    await this.act(viewer, event, key, booked.key, { case: year, director });
    return this.placeOf(event, year);
  }

  async say(viewer: Viewer, { event, year, key }: Asked, coming: boolean): Promise<Fields<SeatPlace>> {
    await this.yearFor(viewer, event, year);
    if (!(await this.events.place(event, year))) throw new Problem('notBooked');
    await this.act(viewer, event, key, presenceSaid.key, { case: year, coming });
    return this.placeOf(event, year);
  }

  /** On behalf of a director who has not asked: the session at which their year opens. */
  async bookFor(viewer: Viewer, { event, year, key }: Asked, director: string): Promise<void> {
    await this.act(viewer, event, key, booked.key, { case: year, director });
  }

  /** The year as this person may answer for it, of the edition that the event is offered to. */
  private async yearFor(viewer: Viewer, event: string, year: string): Promise<StoredCase> {
    const [one, { input }] = await Promise.all([this.access.read(viewer, year, 'answer task'), this.events.of(event)]);
    if (one.procedure !== 'directors-year' || one.call_id !== input.editionId) throw notFound();
    return one;
  }

  private async act(viewer: Viewer, event: string, key: string, what: string, data: object): Promise<void> {
    // By the event's key: whichever request comes first finds the next place, and none is lost.
    const act = { kind: 'happen' as const, id: what, data };
    try {
      await this.line.take(event, () => this.engine.act(event, { key, by: viewer.id, roles: ['director'], act }));
    } catch (error) {
      if (error instanceof Problem && over.has(error.code)) throw new Problem('bookingsOver', { cause: error });
      throw error;
    }
  }

  private async placeOf(event: string, year: string): Promise<Fields<SeatPlace>> {
    const place = await this.events.place(event, year);
    if (!place) throw new Error(`${event} took a booking and told nobody.`);
    return place;
  }
}

/** How an event says that it takes nobody any more. */
const over: ReadonlySet<string> = new Set(['notExpected', 'taskDropped', 'taskLapsed', 'alreadyHappened', 'caseClosed']);
