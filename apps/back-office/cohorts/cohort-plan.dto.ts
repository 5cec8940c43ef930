import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { places, type Place } from '#workflows/cohort/plan.js';
import { PersonName } from '../tasks/tasks.dto.js';

export const journeyIds = ['reconversion-3m', 'reconversion-6m'] as const;
export type JourneyId = (typeof journeyIds)[number];
const placeKeys = Object.keys(places) as [Place, ...Place[]];

export class CohortSession {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  id: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  title: string;

  @IsISO8601({ strict: true })
  @MaxLength(10)
  on: string;

  @IsIn(placeKeys)
  @ApiProperty({ enum: placeKeys, enumName: 'CohortPlace' })
  place: Place;

  /** Who leads it. */
  @IsOptional()
  @IsUUID()
  trainer?: string;
}

export class CohortCoach {
  @IsUUID()
  person: string;

  /** Participants at most. */
  @IsInt()
  @Min(1)
  @Max(50)
  load: number;
}

export class CohortJury {
  @IsISO8601({ strict: true })
  @MaxLength(10)
  on: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsUUID(undefined, { each: true })
  members: string[];

  /** Share of the members who may judge a participant and must be there. */
  @IsNumber()
  @Min(0.01)
  @Max(1)
  quorum: number;
}

/** Everything about a cohort that a change may move. */
export class CohortPlanDto {
  @IsISO8601({ strict: true })
  @MaxLength(10)
  startsOn: string;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CohortSession)
  sessions: CohortSession[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CohortCoach)
  coaches: CohortCoach[];

  @ValidateNested()
  @Type(() => CohortJury)
  jury: CohortJury;

  @IsISO8601({ strict: true })
  @MaxLength(10)
  resitBy: string;
}

export class NewCohort {
  @IsString()
  @MinLength(3)
  @MaxLength(200)
  title: string;

  @IsIn(journeyIds)
  @ApiProperty({ enum: journeyIds, enumName: 'JourneyId' })
  journey: JourneyId;

  /** Last day to apply. */
  @IsISO8601({ strict: true })
  @MaxLength(10)
  applicationsUntil: string;

  @IsInt()
  @Min(1)
  @Max(200)
  seats: number;

  @IsInt()
  @Min(2024)
  @Max(2100)
  quotaYear: number;

  /** The grant that pays for its members' journeys, unless another is named for one of them. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  fundedBy?: string;

  @ValidateNested()
  @Type(() => CohortPlanDto)
  plan: CohortPlanDto;
}

/** Who may be in the team of a cohort. */
export class CohortCandidates {
  coaches: PersonName[];
  trainers: PersonName[];
  jury: PersonName[];
}
