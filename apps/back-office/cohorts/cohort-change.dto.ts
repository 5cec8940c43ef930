import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { PersonName } from '../tasks/tasks.dto.js';
import { CohortPlanDto } from './cohort-plan.dto.js';
import { CohortClash } from './cohorts.dto.js';

export const whatIfKinds = ['moveJury', 'loseCoach', 'shiftStart', 'replan'] as const;

/** What is tried; which of the fields counts follows from its kind. */
export class CohortWhatIf {
  @IsIn(whatIfKinds)
  @ApiProperty({ enum: whatIfKinds, enumName: 'CohortWhatIfKind' })
  kind: (typeof whatIfKinds)[number];

  /** New day of the jury, or of the start. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  on?: string;

  /** The coach who is lost. */
  @IsOptional()
  @IsUUID()
  person?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => CohortPlanDto)
  plan?: CohortPlanDto;
}

export class AppliedWhatIf {
  @ValidateNested()
  @Type(() => CohortWhatIf)
  whatIf: CohortWhatIf;

  /** The plan that the preview showed: what is applied is what was seen. */
  @ValidateNested()
  @Type(() => CohortPlanDto)
  plan: CohortPlanDto;

  @IsString()
  @MinLength(10)
  @MaxLength(1_000)
  why: string;
}

export class ReleaseChange {
  @IsIn(['send', 'undo'])
  @ApiProperty({ enum: ['send', 'undo'], enumName: 'ReleaseVerdict' })
  verdict: 'send' | 'undo';
}

export class MovedDateView {
  what: string;
  from?: string;
  to?: string;
}

export class MemberPreview {
  ref: string;
  person: PersonName;
  dates: MovedDateView[];
  /** What would leave at once, in French. */
  messages: string[];
  coach?: PersonName;
  /** Their case would refuse to hear of it. */
  refused: boolean;
  endsFrom?: string;
  endsTo?: string;
}

export class TeamMessage {
  person: PersonName;
  text: string;
}

export class CohortSeats {
  total: number;
  taken: number;
  waiting: number;
}

export class CohortPreviewView {
  plan: CohortPlanDto;
  dates: MovedDateView[];
  clashes: CohortClash[];
  members: MemberPreview[];
  team: TeamMessage[];
  promoted: PersonName[];
  seats: CohortSeats;
}
