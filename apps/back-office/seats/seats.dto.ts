import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsString, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { type EventKind, eventKinds } from '#workflows/seated-event/input.js';
import { type SeatState, seatStates } from '#workflows/seated-event/news.js';
import { PersonName } from '../tasks/tasks.dto.js';

const kinds = Object.keys(eventKinds) as EventKind[];
const states = Object.keys(seatStates) as SeatState[];
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NewSeatedEvent {
  @IsUUID()
  editionId: string;

  @ApiProperty({ enum: kinds, enumName: 'SeatedEventKind' })
  @IsIn(kinds)
  kind: EventKind;

  @IsString()
  @MinLength(3)
  @MaxLength(200)
  title: string;

  @IsString()
  @MinLength(2)
  @MaxLength(200)
  place: string;

  /** Civil date. */
  @IsISO8601({ strict: true })
  @MaxLength(10)
  on: string;

  /** Paris time, such as `14:30`. */
  @Matches(time)
  startsAt: string;

  @Matches(time)
  endsAt: string;

  @IsInt()
  @Min(1)
  @Max(1_000)
  seats: number;
}

export class SeatedEventRef {
  ref: string;
}

/** What became of one place. */
export class SeatPlace {
  @ApiProperty({ enum: states, enumName: 'SeatState' })
  state: SeatState;
  label: string;
  /** On the waiting list. */
  rank?: number;
}

export class SeatedEventRow {
  ref: string;
  editionId: string;
  @ApiProperty({ enum: kinds, enumName: 'SeatedEventKind' })
  kind: EventKind;
  kindLabel: string;
  title: string;
  place: string;
  on: string;
  startsAt: string;
  endsAt: string;
  seats: number;
  seatsLeft: number;
  waiting: number;
  stageLabel: string;
  /** Places may still be asked for. */
  open: boolean;
  calledOff: boolean;
}

/** Who booked, for who keeps the list. */
export class SeatedPerson extends PersonName {
  /** The case on whose behalf. */
  year: string;
  place: SeatPlace;
}

export class SeatedEvent extends SeatedEventRow {
  people: SeatedPerson[];
  /** Task by which the attendance is recorded, once the day has come. */
  attendanceTask?: string;
}

export class SeatedEventsQuery {
  @IsUUID()
  editionId: string;
}

export class Booking {
  /** The director's year that the place is for. */
  @IsString()
  @MaxLength(60)
  year: string;
}

export class Presence extends Booking {
  /** No gives the place back. */
  @IsBoolean()
  coming: boolean;
}

export class CallingOff {
  @IsString()
  @MinLength(10)
  @MaxLength(500)
  reason: string;
}
