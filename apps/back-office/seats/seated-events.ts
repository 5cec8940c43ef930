import { Injectable } from '@nestjs/common';
import { Prisma } from '#prisma/generated/client.js';
import { seatedEventR1 } from '#workflows/seated-event/seated-event.r1.js';
import { eventKinds, type SeatedEventInput } from '#workflows/seated-event/input.js';
import { seatNews, type SeatState, seatStates } from '#workflows/seated-event/news.js';
import { PrismaService } from '../database/prisma.service.js';
import type { Fields } from '../openapi/fields.js';
import { outcomeLabel, procedureOf, stageLabel } from '../procedures.js';
import { notFound } from '../problems/problem.js';
import type { SeatedEventRow, SeatPlace } from './seats.dto.js';

const { sql, join } = Prisma;
export const seatedEventProcedure = seatedEventR1.id;

export interface StoredEvent {
  readonly ref: string;
  readonly revision: string;
  readonly stage: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly input: SeatedEventInput;
}

/** What an event told a case last. */
export interface StoredPlace {
  readonly event: string;
  readonly year: string;
  readonly state: SeatState;
  readonly seq: number;
}

const holding: readonly SeatState[] = ['confirmed', 'toConfirm', 'coming'];
export const holdsSeat = (state: SeatState): boolean => holding.includes(state);

/** Events with seats as their journals tell them: the input they were opened with, and what each told whom last. */
@Injectable()
export class SeatedEvents {
  constructor(private readonly prisma: PrismaService) {}

  /** The next first. */
  ofEditions(editions: readonly string[]): Promise<StoredEvent[]> {
    if (editions.length === 0) return Promise.resolve([]);
    return this.events(sql`c.call_id IN (${join(editions.map((id) => sql`${id}::uuid`))})`);
  }

  /** Throws `notFound`. */
  async of(ref: string): Promise<StoredEvent> {
    const [event] = await this.events(sql`c.ref = ${ref}`);
    if (!event) throw notFound();
    return event;
  }

  /** In the order in which each case first asked. */
  places(events: readonly string[], year?: string): Promise<StoredPlace[]> {
    if (events.length === 0) return Promise.resolve([]);
    return this.prisma.$queryRaw<StoredPlace[]>`
      SELECT j.case_ref AS event, j.entry->>'ref' AS year, min(j.seq)::int AS seq,
        (array_agg(j.entry->'data'->>'state' ORDER BY j.seq DESC))[1] AS state
      FROM journal j WHERE j.case_ref = ANY (${[...events]}) AND j.type = 'informed' AND j.entry->>'event' = ${seatNews.key}
        ${year === undefined ? sql`` : sql`AND j.entry->>'ref' = ${year}`}
      GROUP BY j.case_ref, j.entry->>'ref' ORDER BY j.case_ref, seq`;
  }

  /** One case's place at one event. The rank on the waiting list is counted now: it moves. */
  async place(event: string, year: string): Promise<Fields<SeatPlace> | undefined> {
    const all = await this.places([event]);
    const mine = all.find((one) => one.year === year);
    return mine && placeView(mine, all);
  }

  private events(where: Prisma.Sql): Promise<StoredEvent[]> {
    return this.prisma.$queryRaw<StoredEvent[]>`
      SELECT c.ref, c.revision, c.stage, c.status, c.outcome, j.entry->'input' AS input
      FROM case_file c JOIN journal j ON j.case_ref = c.ref AND j.seq = 1
      WHERE c.procedure = ${seatedEventProcedure} AND ${where}
      ORDER BY j.entry->'input'->>'on', j.entry->'input'->>'startsAt', c.ref`;
  }
}

export function placeView(place: StoredPlace, all: readonly StoredPlace[]): Fields<SeatPlace> {
  const { state, event } = place;
  const ahead = all.filter((one) => one.event === event && one.state === 'waiting' && one.seq <= place.seq);
  return { state, label: seatStates[state], ...(state === 'waiting' && { rank: ahead.length }) };
}

export function eventRow(event: StoredEvent, all: readonly StoredPlace[]): Fields<SeatedEventRow> {
  const { kind, title, place, on, startsAt, endsAt, seats, editionId } = event.input;
  const mine = all.filter((one) => one.event === event.ref);
  const procedure = procedureOf(seatedEventProcedure, event.revision);
  return {
    ref: event.ref,
    editionId,
    kind,
    kindLabel: eventKinds[kind],
    title,
    place,
    on,
    startsAt,
    endsAt,
    seats,
    seatsLeft: seats - mine.filter(({ state }) => holdsSeat(state)).length,
    waiting: mine.filter(({ state }) => state === 'waiting').length,
    stageLabel: event.outcome === null ? stageLabel(procedure, event.stage) : outcomeLabel(procedure, event.outcome),
    open: event.status === 'open' && event.stage !== 'attendance',
    calledOff: event.outcome === 'calledOff',
  };
}

/** The event as a calendar takes it. */
export const dateOf = ({ ref, input, outcome }: StoredEvent) => ({
  id: ref,
  title: `${eventKinds[input.kind]} : ${input.title}`,
  place: input.place,
  on: input.on,
  startsAt: input.startsAt,
  endsAt: input.endsAt,
  cancelled: outcome === 'calledOff',
});
