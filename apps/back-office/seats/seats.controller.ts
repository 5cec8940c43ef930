import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdempotencyKey, Idempotent } from '../openapi/idempotency.js';
import { Receipt } from '../openapi/receipt.dto.js';
import { May } from '../permissions/may.decorator.js';
import { CurrentViewer, type Viewer } from '../permissions/viewer.js';
import { BookingsService } from './bookings.service.js';
import { calendarHeaders } from './calendar-headers.js';
import {
  Booking,
  CallingOff,
  NewSeatedEvent,
  Presence,
  SeatedEvent,
  SeatedEventRef,
  SeatedEventRow,
  SeatedEventsQuery,
  SeatPlace,
} from './seats.dto.js';
import { SeatsService } from './seats.service.js';

@ApiTags('seats')
@Controller('seated-events')
export class SeatsController {
  constructor(
    private readonly seats: SeatsService,
    private readonly bookings: BookingsService,
  ) {}

  /** Events of an edition, the next first. */
  @Get()
  @May('manage calls')
  listSeatedEvents(@CurrentViewer() viewer: Viewer, @Query() { editionId }: SeatedEventsQuery): Promise<SeatedEventRow[]> {
    return this.seats.list(viewer, editionId);
  }

  /** Offers a visit, an activity or a session to an edition. */
  @Post()
  @May('manage calls')
  offerSeatedEvent(@CurrentViewer() viewer: Viewer, @Body() event: NewSeatedEvent): Promise<SeatedEventRef> {
    return this.seats.offer(viewer, event);
  }

  /** The event and who booked, for who keeps its list. */
  @Get(':ref')
  @May('manage calls')
  getSeatedEvent(@CurrentViewer() viewer: Viewer, @Param('ref') ref: string): Promise<SeatedEvent> {
    return this.seats.get(viewer, ref);
  }

  /** Asks for a place: a seat, or the waiting list. Asking twice is asking once. */
  @Post(':ref/bookings')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  bookSeat(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { year }: Booking,
  ): Promise<SeatPlace> {
    return this.bookings.book(viewer, { event: ref, year, key });
  }

  /** Yes keeps the seat; no gives the place back. */
  @Post(':ref/presence')
  @HttpCode(200)
  @Idempotent()
  @May('answer task')
  sayPresence(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { year, coming }: Presence,
  ): Promise<SeatPlace> {
    return this.bookings.say(viewer, { event: ref, year, key }, coming);
  }

  /** Everybody who booked is told. */
  @Post(':ref/call-off')
  @HttpCode(200)
  @Idempotent()
  @May('manage calls')
  callOffSeatedEvent(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @IdempotencyKey() key: string,
    @Body() { reason }: CallingOff,
  ): Promise<Receipt> {
    return this.seats.callOff(viewer, ref, key, reason);
  }

  @Get(':ref/calendar.ics')
  @May('read file')
  @ApiProduces('text/calendar')
  @ApiResponse({ status: 200, content: { 'text/calendar': { schema: { type: 'string' } } } })
  async getSeatedEventCalendar(
    @CurrentViewer() viewer: Viewer,
    @Param('ref') ref: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.seats.calendar(viewer, ref);
    reply.headers(calendarHeaders(ref));
    return file;
  }
}
