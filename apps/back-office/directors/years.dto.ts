import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import { SeatedEventRow, SeatPlace } from '../seats/seats.dto.js';
import { PersonName } from '../tasks/tasks.dto.js';

/** A year that the person lives, or books and answers for. */
export class YearRow {
  ref: string;
  title: string;
  /** The director. */
  director: PersonName;
  own: boolean;
  stage: string;
  stageLabel: string;
  status: string;
}

/** An event of the edition, with one's own place. */
export class OfferedEvent extends SeatedEventRow {
  mine?: SeatPlace;
  declined: boolean;
}

export class YearTask {
  id: string;
  label: string;
  lastDay?: string;
  overdue: boolean;
}

export class YearProgress {
  launched: boolean;
  signed: boolean;
  visits: number;
  minimumVisits: number;
  activities: number;
  minimumActivities: number;
}

const kinds = ['confirm', 'task', 'offer', 'date', 'nothing'] as const;

/** The one thing to do, on one screen. */
export class NextThingView {
  @ApiProperty({ enum: kinds, enumName: 'NextThingKind' })
  kind: (typeof kinds)[number];
  event?: OfferedEvent;
  task?: YearTask;
}

export class YearView extends YearRow {
  next: NextThingView;
  progress: YearProgress;
  tasks: YearTask[];
  /** Events that are booked, or were: the latest last. */
  dates: OfferedEvent[];
  delegates: PersonName[];
}

export class Declining {
  @IsString()
  @MaxLength(60)
  event: string;
}

export class NewDelegate {
  @IsEmail()
  @MaxLength(200)
  email: string;
}
