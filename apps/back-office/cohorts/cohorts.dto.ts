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
export const memberStates = ['applied', 'waiting', 'seated', 'left', 'ended'] as const;

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

export class CohortRow {
  ref: string;
  title: string;
  journey: string;
  journeyLabel: string;
  startsOn: string;
  juryOn: string;
  applicationsUntil: string;
  stage: string;
  stageLabel: string;
  status: string;
  outcomeLabel?: string;
  quotaYear: number;
  seats: number;
  seated: number;
  waiting: number;
  /** Applications that are being studied. */
  applied: number;
}

/** A cohort that somebody may apply to. */
export class OpenCohort {
  ref: string;
  title: string;
  journey: string;
  journeyLabel: string;
  startsOn: string;
  applicationsUntil: string;
  seats: number;
  /** Tracks to choose from; none where there is one way for all. */
  tracks: OpenTrack[];
  /** The person's own case in it. */
  mine?: string;
}

export class OpenTrack {
  key: string;
  label: string;
}

export class CohortMember {
  /** Reference of their case. */
  ref: string;
  person: PersonName;
  track?: string;
  @ApiProperty({ enum: memberStates, enumName: 'CohortMemberState' })
  state: (typeof memberStates)[number];
  /** Rank on the waiting list. */
  rank?: number;
  coach?: PersonName;
  stageLabel: string;
  status: string;
  outcomeLabel?: string;
  /** Something that their case waits for is late. */
  late: boolean;
  nextDay?: string;
  result?: string;
}

export class CohortSessionView extends CohortSession {
  placeLabel: string;
  trainerName?: string;
}

export class CohortCoachView {
  person: PersonName;
  load: number;
  held: number;
}

export class CohortClash {
  /** Kind of clash, such as `dayOff` or `place`. */
  kind: string;
  /** In French. */
  text: string;
  isNew: boolean;
}

export class PendingChangeView {
  why: string;
  by: PersonName;
  /** It is sent by itself at the end of this day. */
  lastDay: string;
  plan: CohortPlanDto;
}

export class CohortView extends CohortRow {
  manager: PersonName;
  /** The viewer may change it. */
  managed: boolean;
  plan: CohortPlanDto;
  sessions: CohortSessionView[];
  coaches: CohortCoachView[];
  jury: PersonName[];
  quorum: number;
  resitBy: string;
  members: CohortMember[];
  clashes: CohortClash[];
  pending?: PendingChangeView;
}

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
