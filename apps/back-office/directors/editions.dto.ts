import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PersonName } from '../tasks/tasks.dto.js';

/** What an edition sets for its years; what is left out follows the service's defaults. */
export class EditionTerms {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  minimumVisits?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  minimumActivities?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  commitmentWorkingDays?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(365)
  catchUpDays?: number;
}

export class NewEdition {
  @IsString()
  @MinLength(3)
  @MaxLength(120)
  title: string;

  @IsISO8601({ strict: true })
  @MaxLength(10)
  startsOn: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => EditionTerms)
  terms?: EditionTerms;
}

export class EditionRow {
  id: string;
  title: string;
  startsOn: string;
  /** Left out under ten people. */
  people?: number;
  /** The person starts its waves and keeps its lists. */
  managed: boolean;
}

/** A count that is left out when it, or what it would give away, is under ten people. */
export class EditionCount {
  key: string;
  label: string;
  count?: number;
}

export class EditionWave {
  wave: number;
  people?: number;
  stages: EditionCount[];
  /** Launched, commitment signed, minimum of visits and of activities reached. */
  reached: EditionCount[];
  /** What became of the commitments that were reviewed. */
  results: EditionCount[];
}

export class EditionFigures extends EditionRow {
  waves: EditionWave[];
}

/** One director's year, for the program manager. */
export class EditionPerson extends PersonName {
  ref: string;
  bodyName?: string;
  wave: number;
  stageLabel: string;
  status: string;
  launched: boolean;
  signed: boolean;
  visits: number;
  activities: number;
}

export class NewWave {
  @IsInt()
  @Min(1)
  @Max(99)
  wave: number;

  /** The session at which the years of this wave open: an event of this edition. */
  @IsString()
  @MaxLength(60)
  session: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(400)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  people: string[];
}

export class StartedWave {
  /** Years that this request started. */
  started: number;
  /** Years of the list that ran already. */
  already: number;
}
