import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type Role, roles } from '#workflows/kit/people.js';
import { PersonName } from '../tasks/tasks.dto.js';

export class LoadQuery {
  /** How many weeks, this one included. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(26)
  weeks?: number = 8;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  procedure?: string;
}

/** What one person, one group or whoever holds a role is expected to do, week by week. */
export class LoadLine {
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  roleLabel: string;
  /** Absent for what nobody has been named for, and for people outside the service. */
  person?: PersonName;
  group?: string;
  /** In the order of the weeks. */
  counts: number[];
  total: number;
}

/** A case of which nothing can be foretold. */
export class UnforeseenCase {
  ref: string;
  title: string;
  why: string;
}

export class LoadView {
  /** The Monday of each week. */
  weeks: string[];
  /** By role, the heaviest load first. */
  lines: LoadLine[];
  /** Running cases that it counts. */
  cases: number;
  /** Of these, how many have moved since, or were foretold on another day. */
  stale: number;
  /** When the oldest of the forecasts was computed. */
  computedAt?: string;
  unforeseen: UnforeseenCase[];
}

export class RefreshedForecasts {
  /** Cases that were foretold anew. */
  computed: number;
  /** Of these, cases of which nothing can be foretold. */
  unforeseen: number;
}

export class ForecastAct {
  /** Number of its item, open or to come. */
  item: string;
  label: string;
  /** Day on which it is expected; today for what should have been done. */
  on: string;
  @ApiProperty({ enum: Object.keys(roles), enumName: 'Role' })
  role: Role;
  roleLabel: string;
  person?: PersonName;
  group?: string;
  lastDay?: string;
  late: boolean;
}

/** How a case would go on if everybody did what is expected of them from today on. */
export class CaseForecastView {
  ref: string;
  /** The civil date in the case, from which it is foretold. */
  today: string;
  endsOn?: string;
  outcome?: string;
  outcomeLabel?: string;
  /** What it would wait for, for ever. */
  waitsFor: string[];
  /** Why nothing can be foretold. */
  unforeseen?: string;
  /** The next acts. */
  acts: ForecastAct[];
  /** How many more are expected after these. */
  more: number;
}
